use diptych::{
    align::{self, passes::Passes, profile},
    intake,
    pair::Pair,
    words::Lexicon,
};
fn main() {
    let names: Vec<std::path::PathBuf> = std::env::args_os().skip(1).map(Into::into).collect();
    let got = intake::read(&names).unwrap().articles;
    let mut lex = Lexicon::default();
    let r: Vec<_> = got.iter().map(|a| lex.read(a)).collect();
    let v: Vec<_> = got.iter().zip(&r).collect();
    let p = profile::profiles(&v, &lex);
    let w = align::model::FITTED;
    for i in 0..got.len() {
        for j in i + 1..got.len() {
            println!("{}-{}", (b'A' + i as u8) as char, (b'A' + j as u8) as char);
            let pr = Pair::new(&p[i], &p[j]);
            let mut ps = Passes::first(pr, &w);
            ps.second(&w);
            let ctx = ps.context();
            for (k, c) in ps.candidates.all.iter().enumerate() {
                if ps.alike[k] > -3.0 || ps.placed[k] > -3.0 {
                    println!(
                        "  {}-{} alike {:.2} placed {:.2} related {:.2} f {:.2?}",
                        c.blocks.left + 1,
                        c.blocks.right + 1,
                        ps.alike[k],
                        ps.placed[k],
                        ctx.related(c.blocks),
                        c.features
                    );
                }
            }
        }
    }
}
