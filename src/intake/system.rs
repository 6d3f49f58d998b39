//! What the system says of an error, in our words.

/// Says in lower case what the system says of an error, without its number.
#[must_use]
pub fn plain(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => {
            let message = error.to_string().to_lowercase();
            message.split(" (os error").next().unwrap_or_default().to_owned()
        }
    }
}
