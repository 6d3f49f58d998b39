use std::path::PathBuf;
fn main() {
    let names: Vec<PathBuf> = std::env::args_os().skip(3).map(PathBuf::from).collect();
    match diptych::intake::read(&names) {
        Ok(intake) => {
            let n = intake.articles.len();
            let story = diptych::story::Story::new("x", intake.articles);
            print!("{}", diptych::report::json::write(&story, &(0..n).collect::<Vec<_>>()));
            std::process::exit(1);
        }
        Err(e) => {
            eprintln!("diptych: {e}");
            std::process::exit(2)
        }
    }
}
