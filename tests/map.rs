//! The map: keys in, screens out.

use std::fmt::Write;
use std::sync::Arc;

use diptych::article::Article;
use diptych::intake::bundled;
use diptych::keys;
use diptych::options::StartView;
use diptych::pair::{Pair, Side};
use diptych::story::Story;
use diptych::tui::Model;
use diptych::tui::components::MapComponent;
use diptych::tui::mouse::{Mouse, MouseKind};
use diptych::tui::state::{Message, Opening, SideBlock};
use diptych::tui::{draw, dump, play};
use insta::assert_snapshot;

fn opening(story: Story, width: u16, height: u16) -> Opening {
    Opening::new(Arc::new(story), Pair::new(0, 1)).sized(width, height)
}

fn ferry() -> Story {
    Story::new("ferry", bundled::read("ferry").expect("it is bundled"))
}

/// Two articles of so many blocks, some alone, the second one's last fifth moved to its front.
fn long(blocks: usize) -> Story {
    let text = |moved: usize, alone: usize| {
        let mut text = String::new();
        for k in (blocks - moved..blocks).chain(0..blocks - moved) {
            let words = if k % 7 == alone {
                format!("alone{k} here{alone}{k} nobody{k} else{alone}{k} says{alone}{k}")
            } else {
                format!("ferry{k} quay{k} council{k} vote{k} spring{k} ").repeat(k % 3 + 1)
            };
            let _ = writeln!(text, "{words}.\n");
        }
        text
    };
    let articles = vec![Article::read("a.txt", &text(0, 3)), Article::read("b.txt", &text(blocks / 5, 5))];
    Story::new("long", articles)
}

/// The screen after keys, at a size.
fn screen(story: Story, width: u16, height: u16, typed: &str) -> String {
    let (_, buffer) = play(opening(story, width, height), &keys::parse(typed).expect("the keys are known"));
    dump::text(&buffer)
}

/// The last line of the screen of the bundled ferry story after keys.
fn status(typed: &str) -> String {
    screen(ferry(), 120, 36, typed).lines().last().expect("a screen has lines").trim().to_owned()
}

/// The chosen block as `A5`, after keys in the map of the ferry story; the reader's block in brackets, if it is closed.
fn chosen(typed: &str) -> String {
    let (model, _) = play(opening(ferry(), 120, 36), &keys::parse(typed).expect("the keys are known"));
    let letter = |side: Side| model.reader.pair.letters()[side].clone();
    match model.open::<MapComponent>() {
        Some(MapComponent { chosen }) => format!("{}{}", letter(chosen.side), chosen.block + 1),
        _ => {
            format!("({}{})", letter(model.reader.position.focus), model.reader.block(model.reader.position.focus) + 1)
        }
    }
}

#[test]
fn the_pair_as_a_picture() {
    assert_snapshot!(screen(ferry(), 100, 30, "m"), @"
     ferry         [1 A Coast Wire] (2 B Harbour Ledger 70%)  3 C Morrey Post 8%   4 D Slack Water 31%
    ▸A Coast Wire     2026-06-16 · 334 w · 73 % in B │ B Harbour Ledger  2026-06-17 · 349 w · 70 % in A
    ────────────────────────────────────────────────────────────────────────────────────────────────────
     Kelsmouth votes for a new…  1   ┌ ▇⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶▇ ┐    1 Nine years of waiting, on…
     The ferry Guillemot lies …  2   │ ╎      ⠉⠂ ⠤⡀                 ╎ │    2 By Ines Tallow
     KELSMOUTH (Coast Wire) – …  3 ~ │ ▇⠄⠄⠄⠄⠄⡀⡀⡀    ⠑⠂ ⡀         ⢀⡠⠤▒ │↓~  3 Plans for new ferries wer…
                                     │ █        ⠁⠁⠁⠂⠂⠄⠄⠈⠁⡀⠤⠄   ⡠⠊⠁  ▒ │
     The contract, worth 41 mi…  4 ~ │ ▇⠄⠄⠄⠄⠄⡀⡀⡀          ⠁⠁⠂⠉⠁⠂⠒⠄⠄⠤▇ │ ~  4 On Tuesday evening the ha…
                                     │ █        ⠁⠁⠁⠂⠂⠄⠄⡀⡀⡀  ⡠⠃      █ │
     The Guillemot, the Fulmar…  5 ~ └ ▇⠄⠄⠄⠄⡄⡄⡄⡀⡀⡀⡀⡀      ⠁⡔⠁⠂⠂⠂⠄⠄⠄⠄▇ │ ~  5 The contract, worth 47 mi…
                                       █       ⠁⠁⠂⠄⠄⡁⠁⠁⠁⠁⠂⡜⠂⠂⠂⠄⠄⠄⠄⠄⠄▇ ┘ ~  6 The Guillemot, the Fulmar…
     No one was hurt, and none…  6 =   ▇⠄⠄⠄⠄⡀⡀⡀      ⠁⠁⠂⢀⠎⡀⡀        █
                                       █       ⠁⠁⠂⠄⠄⡀  ⢀⠎   ⠁⠁⠂⠂⠂⠄⠄⠄▇   ~  7 On 4 March, divers found …
     Since then a hired boat, …  7 ~   ▇⠄⠄⠄⡀⡀        ⠁⢀⠎⠂⠄⡀⡀        █
     The Marigold has no room …  8 ~   ▇⠄⠄⠄⡀⡀⠁⠂⠄⡀    ⢀⠎     ⠁⠁⠂⠂⠂⠄⠄⠄▇   =  8 No one was hurt, and none…
                                       █     ⠁⠁⠂⠄⡁⠂⠄⢀⠎              █
     “We waited too long, we k…  9 ~↓  ▒⠤⠤⣀⡀      ⠁⢀⠎⡂⠄        ⣀⣀⠤⠤⠤▒  ↓=  9 Two of the thirteen membe…
                                       ▒   ⠈⠑⠢⢄   ⢀⠎  ⠁⠃⠆⡄⢀⡠⠔⠊⠉     ▇▇  > 10 At the ticket window a ha…
     “Every hull will be inspe… 10 ~   ▇⠄⠄⠄⠄⡀⡀⡀⠑⠢⣠⠃   ⢀⡠⠔⠊⠁⠂⠄⡀      ██
     Fares will stay as they a… 11 <  ▇▇       ⠁⡠⠋⢢⡠⠔⠊⠁       ⠁⠃⠂⠆⠄⠄▇   ~ 11 Since March a hired boat,…
                                      ██      ⢀⡴⠕⠊⠁⠈⠢⡀⠁⠂⠂⠄⡀⡀        █
     Two of the thirteen membe… 12 =↑  ▒⠤⠤⠤⠒⠒⢉⠏      ⠈⠑⢄    ⠁⠁⠂⠂⠂⠄⠄⠄▇   ~ 12 “Every hull will be inspe…
                                       ▒   ⢀⠔⠁          ⠑⢄          █
     Plans for new ferries wer… 13 ~↑  ▒⠤⠔⠊⠁              ⠑⢄⡀⡀⡀⡀⠄⠄⠄⠄▇   ~ 13 The Dunnock yard, a famil…
                                       ▒           ⡀⡀⠄⠄⠂⠂⠂⠁⠁⠈⠢⢄⡀    █
     The Dunnock yard, which e… 14 ~   ▇⠄⠄⠄⠄⠄⠂⠂⠂⠁⠁⠁            ⠈⠑⠒⠤⠤▒  ↑~ 14 “We waited too long, and …
                                       █                            ╎     15 Read more
                                                                    ╎
     ▒⠤⠤ moved ↑ ↓   ▇▇ only here < >   ⠄⠄⠄ in order   ⠤⠄ ⠤⠄ words, quotations, names in common   … ?
     A¶1 – B¶1 · headline · 7 and 8 words        ] moved or alone   Enter go there   Esc close   ? help
    ");
}

#[test]
fn at_eighty_columns() {
    assert_snapshot!(screen(ferry(), 80, 24, "mjjjj"), @"
     ferry           [1 A Coast…] (2 B Harbo… 70%)  3 C Morre… 8%   4 D Slack… 31%
    ▸A Coast Wire        334 w · 73 % in B │ B Harbour Ledger     349 w · 70 % in A
    ────────────────────────────────────────────────────────────────────────────────
     Kelsmouth votes for…  1   ┌ ▇⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄▇ ┐    1 Nine years of waiti…
     The ferry Guillemot…  2   │ ╎      ⠒⠄ ⡀          ╎ │    2 By Ines Tallow
     KELSMOUTH (Coast Wi…  3 ~ └ ▇⠄⠄⠄⠄⠄⡀⡀⡀⡀⠈⠁ ⠤⡀    ⡠⠤▒ │↓~  3 Plans for new ferri…
     The contract, worth…  4 ~   ▇⠄⠄⠄⠄⠄⡀⡀⡀⡀⠁⠁⠁⠂⠂⠂⠂⡔⠉⠄⠄▇ ┘ ~  4 On Tuesday evening …
     The Guillemot, the …  5 ~   ▇⠶⠶⢶⣤⣤⣄⣀⡀ ⠁⠁⠁⠂⠂⢀⠎⠄⠄⠄⠄▇   ~  5 The contract, worth…
                                 █    ⠈⠉⠛⠿⢿⣶⡶⣤⣄⣀⡀     █
     No one was hurt, an…  6 =   ▇⠄⠄⠄⡀⡀⡀   ⠈⠙⠳⠾⣭⣙⡛⠛⠶⠶⠶▇   ~  6 The Guillemot, the …
     Since then a hired …  7 ~   ▇⠄⠄⡀⡀  ⠁⠁⠂⠄⠄⡰⠁ ⠉⠙⠛⠳⠶⠶▇   ~  7 On 4 March, divers …
     The Marigold has no…  8 ~   ▇⠄⠄⠄⡀⠁⠂⡀   ⡰⠁ ⠁⠁⠂⠂⠄⠄⠄▇   =  8 No one was hurt, an…
                                 █    ⠁⠂⠄⡁⠂⡰⠁         █
     “We waited too long…  9 ~↓  ▒⠤⠤⣀     ⡰⠁⠅⠄⡀   ⣀⡠⠤⠤▒  ↓=  9 Two of the thirteen…
     “Every hull will be… 10 ~   ▇⠄⠄⠄⠉⠒⢄⡀⡰⠁  ⠁⣀⠤⠒⠉    ▇▇  > 10 At the ticket windo…
     Fares will stay as … 11 <  ▇▇     ⠁⡜⠣⡀⡠⠔⠉   ⠁⠃⠂⠄⠄▇   ~ 11 Since March a hired…
                                ██    ⢀⣎⠤⠒⠉⠢⢄⠂⠄⡀      █
     Two of the thirteen… 12 =↑  ▒⠤⠤⠔⡲⠋      ⠑⢄ ⠁⠁⠂⠂⠄⠄▇   ~ 12 “Every hull will be…
     Plans for new ferri… 13 ~↑  ▒⠤⠔⠉         ⡀⠑⠢⣀⠄⠄⠄⠄▇   ~ 13 The Dunnock yard, a…
     The Dunnock yard, w… 14 ~   ▇⠄⠄⠄⠄⠄⠂⠂⠂⠂⠁⠁⠁    ⠉⠒⠤⠤▒  ↑~ 14 “We waited too long…
                                 █                    ╎     15 Read more
                                                      ╎
     ▒⠤⠤ moved ↑ ↓   ▇▇ only here < >   ⠄⠄⠄ in order   ⠤⠄ ⠤⠄ in common   … ?
     A¶5 ~ B¶6,7 · edited · 54 and 56 words     Enter go there   Esc close   ? help
    ");
}

#[test]
fn at_sixty_columns() {
    assert_snapshot!(screen(ferry(), 60, 20, "mG"), @"
     ferry                   [1 A] (2 B 70%)  3 C 8%   4 D 31%
    ▸A Coast Wire      73 % in B │ B Harbour Ledger   70 % in A
    ────────────────────────────────────────────────────────────
     Kelsmouth vo…  1   ┌ ▇⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄▇ ┐    1 Nine years o…
     The ferry Gu…  2   └ ╎   ⠉⠂ ⡀       ╎ │    2 By Ines Tall…
     KELSMOUTH (C…  3 ~   ▇⠄⠄⠄⡀⡀⡀⠈⠁ ⣀  ⣀⠤▒ ┘↓~  3 Plans for ne…
     The contract…  4 ~   ▇⠄⠄⠄⡀⡀⡀⠁⠁⠂⠂⢀⠜⠄⠄▇   ~  4 On Tuesday e…
     The Guillemo…  5 ~   ▇⠄⠄⠄⡀⡀⡀⠁⠁⠂⢠⠊⠄⠄⠄▇   ~  5 The contract…
     No one was h…  6 =   ▇⠄⠄⠄⡀⠁⠁⠃⠅⢠⠃⠂⠄⠄⠄▇   ~  6 The Guillemo…
     Since then a…  7 ~   ▇⠄⠄⡀ ⠁⠁⠂⢀⠎⠁⠂⠂⠄⠄▇   ~  7 On 4 March, …
     The Marigold…  8 ~   ▇⠄⠄⡀⠁⠂⡀⢀⠎ ⠁⠂⠂⠄⠄▇   =  8 No one was h…
     “We waited t…  9 ~↓  ▒⠤⢄⡀⠁⠂⢀⠎⠄   ⣀⠤⠤▒  ↓=  9 Two of the t…
     “Every hull … 10 ~   ▇⠄⠄⠈⠒⢄⡜ ⢀⠤⠒⠉   ▇▇  > 10 At the ticke…
     Fares will s… 11 <  ▇▇   ⢀⣜⠵⢎⠁⡀ ⠁⠂⠆⠄▇   ~ 11 Since March …
     Two of the t… 12 =↑  ▒⠤⠤⢲⠋   ⠣⡀⠁⠂⠂⠄⠄▇   ~ 12 “Every hull …
     Plans for ne… 13 ~↑  ▒⠤⠒⠁   ⣀⣀⣤⣤⣤⠶⠶⠶▇   ~ 13 The Dunnock …
     The Dunnock … 14 ~   ▇⠶⠶⠶⠛⠛⠛⠉⠉   ⠑⠢⠤▒  ↑~ 14 “We waited t…
                                         ╎     15 Read more
     ▒⠤⠤ moved ↑ ↓   ▇▇ only here < >   ⠄⠄⠄ in order   … ?
     A¶14 ~ B¶13 · edited · 27 and 31 words   Esc close  ? help
    ");
}

#[test]
fn where_blocks_share_rows() {
    assert_snapshot!(screen(long(32), 80, 20, "m"), @"
     long                                                       [1 A a] (2≈B b 78%)
    ▸A a                 295 w · 76 % in B │ B b                  290 w · 78 % in A
    ────────────────────────────────────────────────────────────────────────────────
     ferry0 quay0 coun…  1+2  =   ▇⡂⡂⡂⠆⠆⡄⡀        ⣤⠞⠛▒ ┐↓≈  1+2  alone26 here526 n…
     ferry4 quay4 coun…  5+1  =   ▇⡀⡀⡀⠁⠁⠂⠅⡃⠅⡂⠄⡀ ⣠⠎⡫⢊⣉▒ ┘↓=  4+1  ferry29 quay29 co…
     ferry6 quay6 coun…  7+1  =   ▇⡀⡀⡀⠁⠁⠂⠄⡀⡁⠂⠅⡂⡰⠃⢏⠔⠁⠄▇   =  7+1  ferry0 quay0 coun…
     ferry7 quay7 coun…  8+1  =   ▇⡂⡂⡂⠅⠅⡂⡄⡀⡀⠁⠂⡜⠁⡣⠃⠂⠅⠅▇   =  8+1  ferry1 quay1 coun…
     ferry9 quay9 coun… 10+1  =   ▇⠂⠂⠂⠅⠅⡂⠂⠅⡂⠅⡜⣿⡗⠁⠁⠁⠂⠂▇   = 11+2  ferry4 quay4 coun…
     ferry11 quay11 co… 12+1  =   ▇⠁⠁⠁⠂⠂⠄⡁⠂⢀⠜⣿⡟⠅⡂⡃⠅⠆⠆▇   = 13+1  ferry6 quay6 coun…
     ferry13 quay13 co… 14+1  =   ▇⠅⠅⠅⡂⡂⠄⡀⢀⠎⣿⡟⡁⠂⠂⠄⠅⡁⡁▇   = 15+1  ferry8 quay8 coun…
     ferry15 quay15 co… 16+2  =   ▇⠅⠅⠅⡂⡂⠅⢀⠎⣾⡟⠄⡀⠁⠁⠂⠂⠄⠄▇   = 18+1  ferry11 quay11 co…
     ferry18 quay18 co… 19+1  =   ▇⠂⠂⠂⠄⡀⣠⠋⣾⡳⠁⡁⠂⠅⠅⡂⡂⠄⠄▇   = 20+1  ferry13 quay13 co…
     ferry20 quay20 co… 21+1  =   ▇⡁⡁⡁⠂⡴⠃⣾⡳⠁⡀⠁⠃⠅⠆⡄⡄⡁⡁▇   = 21+1  ferry14 quay14 co…
     ferry22 quay22 co… 23+1  =   ▇⠅⢀⣤⠎⡠⣿⡳⠁⠂⠄⡁⠂⠄⡀  ⠁⠁▇   = 23+1  ferry16 quay16 co…
     alone24 here324 n… 25+1  ≈↑  ▒⠛⠋⢀⢔⡯⡗⠁⠅⡃⠆⡄⡁⡁⠂⠅⠅⡂⡂▇   = 25+2  ferry18 quay18 co…
     ferry27 quay27 co… 28+1  =↑  ▒⠤⢔⢕⢕⠏⠁⠂⠄⡀⠁⠂⠅⠅⡃⠆⠆⡄⡄▇   = 28+1  ferry21 quay21 co…
     ferry28 quay28 co… 29+1  =↑  ▒⠭⢕⠕⠁     ⠁⠂⠄⠄⡀⠁⠁⠂⠂▇   = 30    ferry23 quay23 co…
     ferry30 quay30 co… 31+1  =↑  ▒⠉⠁            ⠁⠁⠂⠂▇   = 32+1  ferry25 quay25 co…
     +1 more on the row   ▒⠤⠤ moved ↑ ↓   ⠄⠄⠄ in order   ⠤⠄ ⠤⠄ in common   … ?
     A¶25 ≈ B¶1 · reworded · moved · 5 and 5 words               Esc close   ? help
    ");
}

/// A report of many short paragraphs, of which one of `of` is linked, beside a short one that has these.
fn crowded(of: usize) -> Story {
    let linked = |k: usize| format!("ferry{k} quay{k} council{k} vote{k} spring{k} treasury{k}.\n\n");
    let own = |k: usize| format!("lone{k} here{k} nobody{k} else{k} says{k} anything{k}.\n\n");
    let long: String = (0..60).map(|k| if k % of == of - 1 { linked(k) } else { own(k) }).collect();
    let short: String = (0..60).filter(|k| k % of == of - 1).map(linked).collect();
    Story::new("crowded", vec![Article::read("a.txt", &long), Article::read("b.txt", &short)])
}

#[test]
fn a_row_is_that_of_the_linked_block_on_it() {
    let shown = [(140, 40), (80, 24), (45, 15)].map(|(width, height)| screen(crowded(5), width, height, "m"));
    assert_snapshot!(shown.join("\n"), @"
     crowded                                                                                                               [1 A a] (2–B b 100%)
    ▸A a                                               360 w · 20 % in B │ B b                                                72 w · 100 % in A
    ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
     lone0 here0 nobody0 else0 says0 anyth…  1+1  < ┌▇▇                           ⡀⡀⡀⡀⡀⠄⠄⠄⠄⠄⠄▇ ┐ =  1    ferry4 quay4 council4 vote4 spring4 t…
     lone2 here2 nobody2 else2 says2 anyth…  3+1  < │▇▇            ⡀⡀⡀⡀⠄⠄⠄⠂⠂⠂⠂⠁⠁⠁⠁    ⡀⡀⡀⠄⠄⠄⠄▇ │ =  2    ferry9 quay9 council9 vote9 spring9 t…
     ferry4 quay4 council4 vote4 spring4 t…  5+1  = │ ▇⠂⠂⠂⠂⠂⠂⠂⠁⠁⠁⠁⠁           ⡀⠄⠄⠂⠂⠁⠁⠁ ⡀⡀⡀⠄⠄⠄▇ ┘ =  3    ferry14 quay14 council14 vote14 sprin…
     lone6 here6 nobody6 else6 says6 anyth…  7    < │▇▇                ⡀⡀⠄⠂⠂⠁⠁   ⡀⠄⠄⠂⠁⠁ ⡀⡀⠄⠄⠄▇   =  4    ferry19 quay19 council19 vote19 sprin…
     lone7 here7 nobody7 else7 says7 anyth…  8+1  < │▇▇        ⡀⡀⠄⠄⠂⠂⠁⠁     ⡀⠄⠂⠂⠁  ⡀⠄⠂⠁⠁ ⡀⠄⠄⠄▇   =  5    ferry24 quay24 council24 vote24 sprin…
     ferry9 quay9 council9 vote9 spring9 t… 10+1  = │ ▇⠂⠂⠂⠂⠂⠁⠁⠁        ⡀⡀⠄⠂⠁   ⡀⠄⠂⠁ ⡀⠄⠂⠁⠁⡀⡀⠄⠄▇   =  6    ferry29 quay29 council29 vote29 sprin…
     lone11 here11 nobody11 else11 says11 … 12    < │▇▇           ⡀⡀⠄⠂⠁     ⠄⠂⠁  ⡀⠂⠁ ⡀⠄⠂⠁⡀⡀⠄⠄▇   =  7    ferry34 quay34 council34 vote34 sprin…
     lone12 here12 nobody12 else12 says12 … 13+1  < │▇▇    ⡀⡀⠄⠄⠂⠂⠁      ⡀⠄⠂⠁  ⡀⠂⠁ ⡀⠂⠁ ⠄⠂⠁⡀⡀⠄⠄▇   =  8    ferry39 quay39 council39 vote39 sprin…
     ferry14 quay14 council14 vote14 sprin… 15+1  = │ ▇⠁⠁⠁⠁          ⡀⠂⠁   ⡀⠄⠁ ⡀⠄⠁ ⠄⠂⠁⡀⠄⠁⢀⢀⠠⠠▇   =  9    ferry44 quay44 council44 vote44 sprin…
     lone16 here16 nobody16 else16 says16 … 17+1  < └▇▇          ⡀⠄⠂⠁    ⠄⠂  ⡀⠂  ⠄⠁ ⠄⠁⢀⠐⠈⢀⢀⠠⠠▇   = 10    ferry49 quay49 council49 vote49 sprin…
     lone18 here18 nobody18 else18 says18 … 19    <  ▇▇   ⡀⡀⡀⠄⠂⠁⠁     ⡀⠂⠁  ⠄⠁  ⠄⠁ ⠄⠁⠠⠈⢀⠠⠈ ⢀⠠⠠▇   = 11    ferry54 quay54 council54 vote54 sprin…
     ferry19 quay19 council19 vote19 sprin… 20+1  =   ▇⠁⠁⠁         ⡀⠂⠁   ⠄⠁  ⠄⠁ ⠄⠁⠠⠈⢀⠐ ⠠⠐⠈⡀⠄⠄▇   = 12    ferry59 quay59 council59 vote59 sprin…
     lone21 here21 nobody21 else21 says21 … 22+1  <  ▇▇         ⠄⠂⠁   ⡀⠂⠁  ⠄⠁ ⠄⠁⠠⠈⢀⠐ ⠠⠈⡀⠄⠁
     lone23 here23 nobody23 else23 says23 … 24    <  ▇▇   ⡀⡀⠄⠂⠂⠁    ⡀⠂   ⠄⠁ ⠠⠈ ⠄⠁⡀⠂⠠⠈⡀⠂
     ferry24 quay24 council24 vote24 sprin… 25+1  =   ▇⠁⠁⠁       ⡀⠄⠁   ⠄⠁  ⠌ ⠠⠈⢀⠐ ⠄⢁⠐
     lone26 here26 nobody26 else26 says26 … 27+1  <  ▇▇       ⡀⠄⠁    ⠄⠁  ⠄⠁ ⠄⠁⡀⠂⠠⠈⡀⠂
     ferry29 quay29 council29 vote29 sprin… 30+1  =   ▇⡀⡀⡀⠄⠄⠂⠁     ⠄⠁  ⠠⠈ ⠠⠈ ⡐ ⠠⠁⡐
     lone30 here30 nobody30 else30 says30 … 31    <  ▇▇         ⡀⠄⠁   ⠌  ⠄⠁⢀⠂ ⠌⢀⠐
     lone31 here31 nobody31 else31 says31 … 32+1  <  ▇▇      ⡀⠄⠂    ⠄⠁ ⠠⠈ ⡀⠂ ⠌⢀⠂
     ferry34 quay34 council34 vote34 sprin… 35+1  =   ▇⡀⡀⡀⠄⠂⠁     ⠄⠁  ⠄⠁ ⡐ ⠠⠁⢀⠂
     lone35 here35 nobody35 else35 says35 … 36    <  ▇▇         ⠄⠁  ⠠⠈ ⢀⠂ ⠠⠁⡀⠂
     lone36 here36 nobody36 else36 says36 … 37+1  <  ▇▇      ⡀⠂⠁   ⠌  ⡀⠂ ⠠⠁⡐
     ferry39 quay39 council39 vote39 sprin… 40+1  =   ▇⡀⡀⠄⠄⠂⠁    ⠄⠁  ⡐  ⠌ ⡐
     lone40 here40 nobody40 else40 says40 … 41+1  <  ▇▇        ⠄⠁  ⢀⠂  ⠌ ⡐
     lone42 here42 nobody42 else42 says42 … 43    <  ▇▇     ⡀⠂⠁  ⢀⠐  ⠠⠁ ⡐
     ferry44 quay44 council44 vote44 sprin… 45+1  =   ▇⠄⠄⠂⠂⠁    ⡀⠂  ⠠⠁⢀⠂
     lone45 here45 nobody45 else45 says45 … 46+1  <  ▇▇       ⡀⠂   ⠌ ⢀⠂
     lone47 here47 nobody47 else47 says47 … 48    <  ▇▇     ⠄⠂   ⠠⠈ ⢀⠂
     ferry49 quay49 council49 vote49 sprin… 50+1  =   ▇⠄⠄⠂⠂⠁    ⠄⠁ ⡐
     lone50 here50 nobody50 else50 says50 … 51+1  <  ▇▇       ⠄⠁  ⡐
     lone52 here52 nobody52 else52 says52 … 53+1  <  ▇▇    ⡀⠄⠁  ⢀⠂
     ferry54 quay54 council54 vote54 sprin… 55    =   ▇⠄⠄⠂⠁    ⡐
     lone55 here55 nobody55 else55 says55 … 56+1  <  ▇▇      ⡀⠂
     lone57 here57 nobody57 else57 says57 … 58+1  <  ▇▇   ⡀⠄⠂
     ferry59 quay59 council59 vote59 sprin… 60    =   ▇⠂⠂⠁
     +1 more on the row   ▇▇ only here <   ⠄⠄⠄ in order   [ in sight   = same words
     A¶1 < only here · 6 words                                              h l across   ] moved or alone   Enter go there   Esc close   ? help

     crowded                                                   [1 A a] (2–B b 100%)
    ▸A a                 360 w · 20 % in B │ B b                  72 w · 100 % in A
    ────────────────────────────────────────────────────────────────────────────────
     lone0 here0 nobod…  1+3  < ┌▇▇         ⡀⡀⡀⡀⠄⠄⠄⠄⠄▇ ] =  1    ferry4 quay4 coun…
     ferry4 quay4 coun…  5+2  = └ ▇⠂⠂⠂⠂⠂⠁⠁⠁⠁   ⡀⡀⡀⠄⠄⠄▇   =  2    ferry9 quay9 coun…
     ferry9 quay9 coun… 10+2  =   ▇⡀⡀⡀⡀⠄⠄⠄⠂⠂⠁⠁⠁ ⡀⡀⠄⠄⠄▇   =  3    ferry14 quay14 co…
     lone10 here10 nob… 11+2  <  ▇▇      ⡀⡀⠄⠂⠂⠁⠁ ⡀⡀⠄⠄▇   =  4    ferry19 quay19 co…
     ferry14 quay14 co… 15+2  =   ▇⠂⠂⠂⠁⠁⠁   ⡀⠄⠂⠁⠁⡀⡀⠄⠄▇   =  5    ferry24 quay24 co…
     lone16 here16 nob… 17+2  <  ▇▇   ⡀⡀⠄⠂⠁⠁ ⡀⠄⠂⠁⡀⡀⠄⠄▇   =  6    ferry29 quay29 co…
     ferry19 quay19 co… 20+3  =   ▇⠁⠁⠁   ⡀⠄⠂⠁ ⠄⠂⠁ ⡀⠄⠄▇   =  7    ferry34 quay34 co…
     ferry24 quay24 co… 25+2  =   ▇⠄⠄⠄⠂⠁⠁ ⡀⠄⠂⠁⡀⠄⠂⠁⡀⠄⠄▇   =  8    ferry39 quay39 co…
     lone26 here26 nob… 27+2  <  ▇▇  ⡀⡀⠄⠂⠁  ⠄⠂ ⠄⠂⠁⡀⠄⠄▇   =  9    ferry44 quay44 co…
     ferry29 quay29 co… 30+2  =   ▇⠁⠁    ⠄⠂⠁⡀⠂⠁⡀⠂⠁⢀⠠⠠▇   = 10    ferry49 quay49 co…
     ferry34 quay34 co… 35+2  =   ▇⡀⡀⠄⠄⠂⠁ ⠄⠂ ⠄⠂⢀⠐⠈⢀⠠⠠▇   = 11    ferry54 quay54 co…
     lone35 here35 nob… 36+2  <  ▇▇    ⠄⠂⠁ ⠄⠁⠠⠐⢀⠐⠈⢀⠠⠠▇   = 12    ferry59 quay59 co…
     ferry39 quay39 co… 40+3  =   ▇⠂⠂⠁⠁ ⡀⠂⠁ ⠌⢀⠐ ⠠⠈
     ferry44 quay44 co… 45+2  =   ▇⡀⡀⠄⠂⠁ ⡀⠄⠁⡐ ⠠⠈
     lone45 here45 nob… 46+2  <  ▇▇    ⡀⠂ ⡀⠂⠠⠈
     ferry49 quay49 co… 50+2  =   ▇⠄⠄⠂⠁ ⡀⠂ ⠄⠁
     lone51 here51 nob… 52+2  <  ▇▇  ⡀⠄⠂ ⠄⠁
     ferry54 quay54 co… 55+2  =   ▇⠁⠁  ⠄⠁
     ferry59 quay59 co… 60+2  =   ▇⠄⠄⠂⠁
     +1 more on the row   ▇▇ only here <   ⠄⠄⠄ in order   [ in sight   = same words
     A¶1 < only here · 6 words                  Enter go there   Esc close   ? help

     crowded                [1 A a] (2–B b 100%)
    ▸A a       20 % in B │ B b        100 % in A
    ─────────────────────────────────────────────
      1+5  < [▇▇                ⡀⡀⡀⡀⡀▇   =  1+1
     10+5  =   ▇⠄⠄⠄⠄⠄⠄⠂⠂⠂⠂⠂⡁⡁⡁⡁⡁⠄⠄⠄⠄⠄▇   =  3
     15+5  =   ▇⠂⠂⠂⠂⠂⠂⠁⡁⡁⡁⡁⡀⡀⡀⠄⠄⠄⠄⠄⠄⠄▇   =  4
     20+5  =   ▇⠁⠁⠁⠁⠁⠁⡁⡀⡀⡀⡀⠄⠄⠄⠄⠄⠂⠂⠂⠂⠂▇   =  5
     25+5  =   ▇⡁⡁⡁⡁⡁⡁⠄⠄⠄⠄⠄⠂⠂⠂⠂⠂⠁⠁⠁⠁⠁▇   =  6
     35+5  =   ▇⠄⠄⠄⠄⠄⠄⠄⠂⠂⠂⠂⠂⠂⠂⠁⠁⡁⡁⡁⡁⡁▇   =  7+1
     40+5  =   ▇⠄⠄⠄⠄⠄⠄⠂⠂⠂⠂⠂⡁⡁⡁⡁⡁⠄⠄⠄⠄⠄▇   =  9
     45+5  =   ▇⠂⠂⠂⠂⠂⠂⠁⡁⡁⡁⡁⡀⡀⡀⠄⠄⠄⠄⠄⠄⠄▇   = 10
     50+5  =   ▇⠁⠁⠁⠁⠁⠁⡁⡀⡀⡀⡀⠄⠄⠄⠄⠄⠂⠂⠂⠂⠂▇   = 11
     55+5  =   ▇⡁⡁⡁⡁⡁⡁⠄⠄⠄⠄⠄⠂⠂⠂⠂⠂⠁⠁⠁⠁⠁▇   = 12
     +1 more on the row   ▇▇ only here <   … ?
     A¶1 < only here · 6 words            ? help
    ");
}

#[test]
fn no_line_ends_where_something_is_said_to_be_alone() {
    for of in [2, 3, 7] {
        for (width, height) in [(140, 40), (100, 30), (80, 24), (60, 20), (45, 15)] {
            for typed in ["m", "mj", "mjjjjjj", "mG", "mGk", "mx", "mlj"] {
                let shown = screen(crowded(of), width, height, typed);
                for line in shown.lines().skip(3) {
                    let bar = line.split_once("▇▇").filter(|(_, field)| !field.starts_with(" only here"));
                    let Some((side, field)) = bar else { continue };
                    let edge = if side.contains('<') { field.chars().next() } else { side.chars().last() };
                    assert!(edge.is_none_or(|edge| edge == ' '), "{width}×{height} {typed}: {line}\n{shown}");
                }
            }
        }
    }
}

#[test]
fn a_click_on_a_row_chooses_the_block_that_it_shows() {
    for (width, height) in [(140, 40), (80, 24), (45, 15)] {
        let (mut model, buffer) = play(opening(crowded(5), width, height), &keys::parse("m").expect("known"));
        let shown = dump::text(&buffer);
        let is_shared =
            |line: &str| line.split_once('=').is_some_and(|(left, _)| left.contains('+') && !left.contains('▇'));
        let row = shown.lines().position(is_shared).expect("rows are shared");
        let number = shown.lines().nth(row).and_then(|line| line.split('+').next()?.split_whitespace().last());
        let number: usize = number.and_then(|number| number.parse().ok()).expect("a row has a number");
        let row = u16::try_from(row).expect("the screen is small");
        let click = Message::Mouse(Mouse { kind: MouseKind::Press, column: 2, row });
        model.update(click.clone());
        let chosen = SideBlock { side: Side::Left, block: number - 1 };
        assert_eq!(model.open::<MapComponent>().map(|map| map.chosen), Some(chosen), "{shown}");
        model.update(click);
        assert!(model.layers().is_empty(), "again: goes there");
    }
}

#[test]
fn block_by_block_and_across() {
    assert_eq!(chosen("m"), "A1");
    assert_eq!(chosen("mj"), "A2");
    assert_eq!(chosen("mk"), "A1");
    assert_eq!(chosen("mG"), "A14");
    assert_eq!(chosen("mGjg"), "A1");
    assert_eq!(chosen("mjjj"), "A4");
    assert_eq!(chosen("mjjjl"), "B5"); // along the link
    assert_eq!(chosen("mjjjll"), "B5");
    assert_eq!(chosen("mjjjlh"), "A4");
    assert_eq!(chosen("mjjj<Tab><Tab>"), "A4");
    assert_eq!(chosen("m<Space><PgUp>"), "A1");
    assert_ne!(chosen("md"), "A1");
    assert_eq!(chosen("mdu"), "A1");
}

#[test]
fn to_what_moved_or_stands_alone() {
    let names: Vec<String> = (1..9).map(|count| chosen(&format!("m{}", "]".repeat(count)))).collect();
    assert_eq!(names, ["B10", "A9", "A11", "A12", "A13", "A13", "A13", "A13"]);
    assert_eq!(chosen("m]]["), chosen("m]"));
    assert!(status(&format!("m{}", "]".repeat(30))).contains("nothing further below"));
    assert!(status("m[").contains("nothing further above"));
}

#[test]
fn enter_goes_there_and_back() {
    assert_eq!(chosen("mjjjj<Enter>"), "(A5)");
    assert_eq!(chosen("mGkl<Enter>"), "(B3)");
    assert_eq!(chosen("mGkl<Enter>'"), "(A1)");
    assert_eq!(chosen("mGkl<Enter>m"), "B3");
    assert_eq!(chosen("|mGkl<Enter>"), "(B3)");
}

#[test]
fn closing_leaves_the_reader_where_it_was() {
    let before = screen(ferry(), 100, 30, "]]]");
    for typed in ["]]]mGl<Esc>", "]]]mjm", "]]]mq", "]]]m]q"] {
        assert_eq!(screen(ferry(), 100, 30, typed), before, "{typed}");
    }
    let (model, _) = play(opening(ferry(), 100, 30), &keys::parse("m<C-c>").expect("known"));
    assert!(model.reader.outbox.has_quit);
}

#[test]
fn another_outlet_on_the_map() {
    assert!(screen(ferry(), 100, 30, "m.").contains("Morrey Post"));
    assert!(chosen("mx").starts_with('B'));
}

#[test]
fn what_the_chosen_block_is() {
    assert!(status("mjjj").contains("A¶4 ~ B¶5 · edited · "), "{}", status("mjjj"));
    assert!(status("mGk").contains("A¶13 ~ B¶3 · edited · moved · "), "{}", status("mGk"));
    let fares = format!("m{}", "j".repeat(10));
    assert!(status(&fares).contains("A¶11 < only here · "), "{}", status(&fares));
    assert!(status("mj").contains("A¶2 · caption · "), "{}", status("mj"));
}

#[test]
fn the_first_thing_on_the_screen() {
    let model = Model::new(Opening { first: StartView::Map, ..opening(ferry(), 100, 30) });
    assert!(model.open::<MapComponent>().is_some());
    assert_eq!(dump::text(&draw(&model, 100, 30)), screen(ferry(), 100, 30, "m"));
}

#[test]
fn everything_has_its_row() {
    for (width, height) in [(140, 40), (100, 30), (80, 24), (60, 20)] {
        let screen = screen(ferry(), width, height, "m");
        for number in 1..=14 {
            let shown = |line: &str| line.split(' ').filter(|word| *word == number.to_string()).count() > 0;
            assert!(screen.lines().any(shown), "{number} at {width}×{height}\n{screen}");
        }
    }
}

#[test]
fn no_size_and_no_article_panics() {
    let single = || Story::new("", vec![Article::read("a", "One."), Article::read("b", "")]);
    let none = || Story::new("", vec![Article::read("a", ""), Article::read("b", "")]);
    for story in [ferry, single, none, || long(300)] {
        let story = Arc::new(story());
        for (width, height) in [(0, 0), (1, 1), (24, 7), (25, 12), (79, 24), (81, 11), (300, 8), (400, 120)] {
            let opening = Opening { story: Arc::clone(&story), ..opening(Story::default(), width, height) };
            let mut model = Model::new(opening);
            for key in keys::parse("mjlkhGd]u[<Space>b<Tab><Enter>m").expect("known") {
                model.update(Message::Key(key));
                let _ = draw(&model, width, height);
            }
            model.update(Message::Resize(height, width));
            let _ = draw(&model, height, width);
        }
    }
}

#[test]
fn the_help_of_the_map() {
    let help = screen(ferry(), 100, 40, "m?");
    for line in
        ["next, previous block of this side", "] [  ", "chooses it; again: goes there", "moved: an unbroken line"]
    {
        assert!(help.contains(line), "{line}\n{help}");
    }
    assert_eq!(screen(ferry(), 100, 40, "mj?<Esc>"), screen(ferry(), 100, 40, "mj"));
}

/// Two reports that know nothing of each other: wording, a quotation and names in common, and no link.
fn independent() -> Story {
    const LEFT: &str = "---\noutlet: Coast Wire\n---\n\nThe gulls came back to the old dairy while nobody was there to see it happen.\n
The clerk spoke of “a quiet night” and went home with his dog and a lamp.\n
In the evening the painter Edda Brandt rowed across to Holm with two sacks of flour.\n
Nobody on the quay could say who had ordered so much tar.\n";
    const RIGHT: &str =
        "---\noutlet: Ledger\n---\n\nMost of the bread that is eaten on the island comes by boat in the small hours.\n
The letters that Brandt wrote from Holm are kept in a museum which opens on Sundays only.\n
What he called “a quiet night” cost the insurers more than any other that year.\n
For years it was said that the gulls came back to the old barn whenever a storm was near the coast of ours.\n";
    Story::new("quay", vec![Article::read("a.txt", LEFT), Article::read("b.txt", RIGHT)])
}

#[test]
fn a_pair_without_links_has_lines_for_what_is_in_common() {
    let shown = [(140, 40), (80, 24), (45, 15)].map(|(width, height)| screen(independent(), width, height, "mjj"));
    assert_snapshot!(shown.join("\n"), @"
     quay                                                                                                     [1 A Coast Wire] (2⊏B Ledger 10%)
    ▸A Coast Wire                                       60 w · 12 % in B │ B Ledger                                            72 w · 10 % in A
    ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
     The gulls came back to the old dairy wh…  1 ⊏ ┌ ▇⠤⠄                                      ▇▇┐ >  1 Most of the bread that is eaten on the …
                                                   │ █   ⠉⠂                                   ██│
                                                   │ █      ⠑⠄                                ██│
                                                   │ █         ⡄                              ██│
                                                   │ █         ⠈                              ██│
                                                   │ █           ⠱                            ██│
                                                   │ █             ⢄                          ██│
     The clerk spoke of “a quiet night” and …  2 < │▇▇⠤⠄ ⣀⡀        ⠈                          ██│
                                                   │██      ⠑⠂ ⣀     ⠣                  ⡀ ⡠⠄ ⠤▇▇│ >  2 The letters that Brandt wrote from Holm…
                                                   │██          ⠁ ⢄⡀  ⠠⡀            ⠤⠂ ⠉      ██│
                                                   │██               ⠤⡀⠁      ⢀⡀ ⠊⠁           ██│
                                                   │██                  ⠵⡄ ⡠⠄ ⠁               ██│
                                                   │██                  ⠔⠂⡄⠤⡀                 ██│
                                                   │██            ⢀⡀ ⠊⠁   ⠈   ⠤⡀              ██│
                                                   │██         ⠤⠄ ⠁        ⠈⠆    ⠢⡀           ██│
     In the evening the painter Edda Brandt …  3 < │▇▇⠤⠄ ⠔⠂ ⠉⠁               ⢄      ⠒⠄ ⡀      ██│
                                                   │██                       ⠈         ⠈⠁ ⠒⠄ ⠤▇▇│ >  3 What he called “a quiet night” cost the…
                                                   │██                         ⠣              ██│
                                                   │██                          ⠠⡀            ██│
                                                   │██                           ⠈            ██│
                                                   │██                            ⠈⠢          ██│
                                                   │██                               ⡄        ██│
                                                   │██                               ⠈        ██│
     Nobody on the quay could say who had or…  4 < │▇▇                                 ⠈⠢     ██│
                                                   │██                                    ⠈⠒ ⠠▇ │ ⊏  4 For years it was said that the gulls ca…
                                                   │██                                        █ │
                                                   │██                                        █ │
                                                   │██                                        █ │
                                                   └██                                        █ │
                                                                                              █ │
                                                                                              █ │
                                                                                              █ │
                                                                                              █ │
                                                                                              █ │
                                                                                              █ ┘
     ⠤⠄ ⠤⠄ words, quotations, names in common   ▇▇ only here < >   [ in sight   ⊏ part of it elsewhere there
     A¶3 < only here · 16 words · in common: B¶2 names                      h l across   ] moved or alone   Enter go there   Esc close   ? help

     quay                                         [1 A Coast Wire] (2⊏B Ledger 10%)
    ▸A Coast Wire         60 w · 12 % in B │ B Ledger              72 w · 10 % in A
    ────────────────────────────────────────────────────────────────────────────────
     The gulls came back…  1 ⊏ ┌ ▇⠤⠄                  ▇▇┐ >  1 Most of the bread t…
                               │ █   ⠢⡀               ██│
                               │ █     ⡀              ██│
     The clerk spoke of …  2 < │▇▇⠤⠄   ⠈⠂             ██│
                               │██   ⠉⠂ ⡀⢢       ⢀⡀ ⠤⠄▇▇│ >  2 The letters that Br…
                               │██      ⠈⠂⢀   ⠤⠂ ⠁    ██│
                               │██      ⣀⠄ ⠊⠁         ██│
     In the evening the …  3 < │▇▇⠤⠄ ⠒⠂     ⢢ ⢄       ██│
                               │██           ⢀ ⠁ ⣀    ██│
                               │██            ⠃   ⠁ ⠤⠄▇▇│ >  3 What he called “a q…
                               │██             ⠢⡀     ██│
     Nobody on the quay …  4 < │▇▇               ⡀    ██│
                               │██               ⠈⠂   ██│
                               │██                 ⠈⠢ ▇ │ ⊏  4 For years it was sa…
                               └██                    █ │
                                                      █ │
                                                      █ │
                                                      █ │
                                                      █ ┘
     ⠤⠄ ⠤⠄ in common   ▇▇ only here < >   [ in sight   ⊏ part of it elsewhere there
     A¶3 < only here · 16 words · in common: B¶2 names           Esc close   ? help

     quay         [1 A Coast …] (2⊏B Ledger 10%)
    ▸A Coast Wire        │ B Ledger    10 % in A
    ─────────────────────────────────────────────
     The gul…  1 ⊏ ┌ ▇⠤⡀       ▇▇  >  1 Most of…
                   │ █  ⢀      ██
     The cle…  2 < │▇▇⠤⠄⠈⠂  ⢀⡀ ▇▇  >  2 The let…
                   │██   ⢀⠄ ⠁  ██
     In the …  3 < └▇▇⠤⠄ ⠁ ⡀⠑⠂ ▇▇  >  3 What he…
                    ██     ⠑   ██
     Nobody …  4 <  ▇▇      ⠰⡀ ██
                    ██        ⠠▇   ⊏  4 For yea…
                               █
                               █
     ⠤⠄ ⠤⠄ in common   ▇▇ only here < >   … ?
     A¶3 < only here · 16 words · in co…  ? help
    ");
}

#[test]
fn thin_lines_lead_across() {
    let chosen_at = |(width, height): (u16, u16), typed: &str| {
        let (model, _) = play(opening(independent(), width, height), &keys::parse(typed).expect("the keys are known"));
        let chosen = model.open::<MapComponent>().map(|map| map.chosen).expect("the map is open");
        format!("{}{}", model.reader.pair.letters()[chosen.side], chosen.block + 1)
    };
    for size in [(140, 40), (100, 30), (80, 24), (45, 15)] {
        let chosen = |typed: &str| chosen_at(size, typed);
        assert_eq!(["ml", "mjl", "mjjl", "mjjlh"].map(chosen), ["B4", "B3", "B2", "A3"], "{size:?}");
        // The sides exchanged, it is the same from the other side, whichever of them is in focus.
        assert_eq!(chosen("mxhGl"), "A1", "{size:?}");
    }
    let shown = screen(independent(), 120, 30, "m");
    assert!(shown.contains("in common: B¶4 7 words"), "{shown}");
}

#[test]
fn where_lines_are_many_the_strongest_are_drawn() {
    let story = || Story::new("espionage", bundled::read("counter-espionage").expect("it is bundled"));
    let shown = |width, height| screen(story(), width, height, ".m");
    assert!(shown(200, 60).contains("words, quotations, names in common   "), "{}", shown(200, 60));
    assert!(shown(80, 24).contains("in common (the weakest is not drawn)"), "{}", shown(80, 24));
}

/// What moved is told from what did not without its hue: by its bar, and lines of three kinds by their form.
#[test]
fn what_moved_has_a_bar_of_its_own_and_lines_have_forms() {
    let picture = screen(ferry(), 120, 36, "m");
    assert!(picture.contains('▒'), "{picture}");
    let legend = picture.lines().rev().nth(1).unwrap_or_default();
    for entry in ["▒⠤⠤ moved", "⠄⠄⠄ in order", "⠤⠄ ⠤⠄ "] {
        assert!(legend.contains(entry), "{entry} in {legend}");
    }
}
