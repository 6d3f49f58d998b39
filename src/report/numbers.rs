//! Numbers as scripts read them.

/// Returns a whole number without a point. Cost: constant.
pub(super) fn number(value: f64) -> serde_json::Number {
    let whole = || serde_json::Number::from(value as i64);
    if value.fract() == 0.0 && value.abs() < 9e15 {
        whole()
    } else {
        serde_json::Number::from_f64(value).unwrap_or_else(whole)
    }
}
