//! A walk through every page at four sizes: every key in the last line does something, the help is one key away, nothing is
//! empty without a word, and no text touches a border.
//!
//! Which test holds what a reader does, keys in and screens out, at 140 × 40, 80 × 24 and 45 × 15 at least, but for what is kept in
//! files:
//!
//! | a reader … | is held by |
//! |---|---|
//! | asks `?` or `F1` wherever it is, searches in the help, wonders what a number or a sign around the text means | `explains::the_help_works_everywhere_and_each_brings_its_own_page` |
//! | | `explains::the_help_is_in_two_columns_where_there_is_room` |
//! | | `explains::a_search_in_the_help_goes_on` |
//! | | `explains::what_stands_around_the_text_is_explained` |
//! | | `explains::the_hint_at_the_help_is_the_last_to_go` |
//! | | `evidence_pages::the_help_of_each_page_explains_its_signs_at_every_size` |
//! | needs the line of signs for a while, and messages a second time | `explains::the_line_of_signs_stays_until_it_is_dismissed` |
//! | | `explains::a_legend_that_is_cut_says_that_there_is_more_and_where` |
//! | | `user_files::the_signs_are_explained_until_the_third_start` |
//! | | `explains::what_matters_can_be_read_again` |
//! | | `explains::of_a_message_that_has_no_room_the_way_to_all_of_it_is_said` |
//! | presses keys of other readers that are not bound here, types a count, marks what is shared and wants back | `habits::it_is_said_once` |
//! | | `habits::so_it_is_in_what_is_open_over_the_text` |
//! | | `habits::digits_say_what_they_exchanged_and_counts_are_answered` |
//! | | `explains::a_key_that_goes_through_what_is_marked_says_how_it_leads_back` |
//! | reads in the last line what `Enter` does, and presses it | `explains::a_key_does_what_the_last_line_says_from_where_one_is` |
//! | | `explains::at_what_stands_elsewhere_the_key_leads_there_as_well` |
//! | | `related::from_a_block_alone_the_key_leads_to_what_is_related_at_every_size` |
//! | | `walk::every_key_in_the_last_line_does_something` |
//! | | `walk::a_way_on_a_way_out_and_the_help_are_named_on_the_smallest_screen` |
//! | moves on after a jump without having read what was said of it | `explains::what_is_said_of_a_jump_stays_while_one_moves_on` |
//! | wants back from every jump, and forth again; scrolls, which is no jump | `habits::everything_that_jumps_is_on_the_way` |
//! | | `habits::from_match_to_match_is_one_jump` |
//! | | `habits::what_scrolls_is_no_jump` |
//! | | `habits::three_keys_lead_back` |
//! | presses with the mouse what it reads: hints, signs | `explains::the_mouse_presses_the_hints` |
//! | | `explains::a_click_on_the_sign_of_a_link_does_what_enter_does_there` |
//! | | `map::a_click_on_a_row_chooses_the_block_that_it_shows` |
//! | types keys of two letters, searches the word at the cursor, leaves as it leaves elsewhere | `habits::rows_go_to_the_middle_the_top_and_the_end` |
//! | | `habits::a_second_key_is_awaited_on_a_small_screen` |
//! | | `habits::escape_cancels_the_first_key_and_nothing_else` |
//! | | `habits::rows_words_and_leaving_as_elsewhere` |
//! | | `habits::the_word_at_the_cursor_is_searched` |
//! | | `habits::two_keys_can_be_bound_everywhere` |
//! | copies, and wants to know what became of it | `habits::copying_says_what_it_did` |
//! | | `clipboard::where_nobody_knows_the_terminal_and_a_program_get_it` |
//! | looks which blocks have no partner | `looks::a_block_alone_has_a_bar_and_is_no_pair` |
//! | | `looks::the_bar_of_a_block_alone_and_its_sign_have_the_hue_of_its_side` |
//! | looks for the row that it is at; hears the screen read from there | `looks::the_band_of_the_cursor_is_set_off_on_both_sides` |
//! | | `looks::its_ground_lies_under_the_rows_of_a_link_and_under_the_one_side_of_a_block_alone` |
//! | | `looks::the_cursor_of_the_terminal_rests_at_the_row_that_is_read_or_where_is_typed` |
//! | exchanges the sides and goes on reading where it was | `in_sight::in_one_woven_text_exchanging_the_sides_stays_at_the_text` |
//! | | `in_sight::whatever_is_pressed` |
//! | tells filler from text, and one head from the other | `looks::heads_stand_apart_and_text_touches_no_edge_in_every_arrangement` |
//! | | `looks::a_blank_stands_between_the_text_and_the_gutter_at_every_width` |
//! | | `walk::nothing_is_empty_without_a_word_and_no_text_touches_a_border` |
//! | tells outlets apart by their names | `looks::files_that_begin_alike_are_told_apart_by_where_they_differ` |
//! | | `story_pages::twelve_outlets` |
//! | sees it on a projector | `looks::the_projector_tells_bold_from_underline_and_nothing_by_slant_alone` |
//! | searches all outlets, and goes from match to match | `search_story::the_prompt_says_what_is_searched_and_the_tabs_how_often_each_outlet_has_it` |
//! | | `search_story::next_goes_past_the_end_of_the_article_into_the_next_outlet_that_has_a_match` |
//! | | `search_story::the_way_back_leads_through_the_outlets` |
//! | sets two blocks opposite by hand, and takes that back | `pins::a_marked_block_and_another_one_are_set_opposite` |
//! | | `pins::what_is_marked_is_said_until_it_is_forgotten` |
//! | | `pins::a_pin_is_named_and_taken_away_from_either_side` |
//! | | `user_files::pins_are_kept_from_one_time_to_the_next_and_in_no_output` |
//! | looks which outlet has the block that it reads, and hops there | `looks::the_tabs_say_who_has_the_block_in_focus` |
//! | | `looks::an_outlet_that_comes_into_focus_is_seen_from_its_own_block` |
//! | | `in_focus::a_hop_goes_to_what_answers_the_block_in_focus` |
//! | asks who carries what | `story_pages::what_one_outlet_alone_has_is_a_line` |
//! | | `story_pages::enter_opens_and_folds_it` |
//! | | `story_pages::what_is_open_stays_open` |
//! | | `story_pages::cells_have_a_ground_or_signs_by_how_much_they_carry` |
//! | | `story_pages::the_sharing_page_fills_its_screen` |
//! | looks at the map of two reports that share little | `map::a_pair_without_links_has_lines_for_what_is_in_common` |
//! | | `map::thin_lines_lead_across` |
//! | reads from right to left, or without spaces, in a terminal that reorders and in one that does not; looks at a picture | `right_to_left::hebrew_by_the_program` |
//! | | `right_to_left::hebrew_by_the_terminal` |
//! | | `right_to_left::arabic_by_either` |
//! | | `right_to_left::thai_breaks_between_words` |
//! | | `right_to_left::pictures_have_words_in_their_places` |

mod made;

use std::fs;
use std::path::Path;

use diptych::keys::Hint;
use diptych::tui::components::Pager;
use diptych::tui::state::Opening;
use diptych::tui::{Model, draw, dump, view};

use made::{LEDGER, NOTES, WIRE, press, shown};

const SIZES: [(u16, u16); 4] = [(45, 15), (60, 20), (80, 24), (140, 40)];

const POST: &str = "---\noutlet: Post\n---\n\nThe ministry said on Tuesday that three ferries would be renewed before the next winter.\n
The cook of the oldest boat has kept a tame seal for eleven years, and feeds it on herring.\n
Two members of the council voted against the order.\n";

/// The keys that lead to every page, and to what opens over it.
const PAGES: [&str; 81] = [
    "",
    "s",
    "ss",
    "|",
    "w",
    "ww",
    "=",
    "==",
    "===",
    "====",
    "=====",
    "]]]",
    ")",
    "}}}",
    "G",
    "J",
    "4",
    "x",
    "c",
    "&",
    "z",
    "H",
    "HG",
    "v",
    "v]",
    "vG",
    "v<Tab>",
    "v<Tab>G",
    "v<Tab>=",
    "v<Tab>==",
    "v<Tab>===",
    "v<Tab>====",
    "v<Tab>=====",
    "v<Tab>3",
    "v<Tab><Tab>",
    "v<Tab><Tab>G",
    "v<Tab><Tab><Tab><Tab>",
    "v<Tab><Tab><Tab><Tab>=",
    "v<Tab><Tab><Tab><Tab>====",
    "v<Tab><Tab><Tab><Tab>G",
    "v<Tab><Tab><Tab><Tab>?",
    "v<Tab><Tab><Tab><Tab><Tab>",
    "v<Tab><Tab><Tab><Tab><Tab><Tab>",
    "v<Tab><Tab><Tab><Tab><Tab><Tab><Tab>",
    "vL",
    "v?",
    "v<Tab>?",
    "o",
    "ob",
    "ozzz",
    "o<F1>",
    "L",
    "Lx",
    "L3x",
    "L?",
    "i",
    "]i",
    "?",
    "??",
    "m",
    "mjj",
    "m?",
    "y",
    "Y",
    "e",
    "ee",
    "ee]",
    "eee",
    "}e",
    "e?",
    "v<Tab><Tab><Tab><Tab><Tab>G",
    "v<Tab><Tab><Tab><Tab><Tab>?",
    "v<Tab><Tab><Tab><Tab><Tab><Tab>G",
    "v<Tab><Tab><Tab><Tab><Tab><Tab>=",
    "v<Tab><Tab><Tab><Tab><Tab><Tab><Tab>G",
    ":messages<Enter>",
    "/",
    "/ferr",
    "/ferr<Enter>",
    "/ferr<Tab>",
    ":",
];

fn model((width, height): (u16, u16), typed: &str) -> Model {
    let articles = [("wire.txt", WIRE), ("ledger.txt", LEDGER), ("notes.txt", NOTES), ("post.txt", POST)];
    let opening = made::opening(&articles, (width, height));
    let mut model = Model::new(Opening { messages: vec!["post.txt has no title".to_owned()], ..opening });
    press(&mut model, typed);
    model
}

/// What can change when a key is pressed.
fn state(model: &Model) -> String {
    let reader = &model.reader;
    format!("{}\n{} {:?}", shown(model), model.layers().len(), reader.outbox)
}

fn hints(model: &Model) -> Vec<Hint> {
    view::footer(&model.reader, model.layers()).hints.into_iter().map(|placed| placed.hint).collect()
}

#[test]
fn every_key_in_the_last_line_does_something() {
    let mut idle = Vec::new();
    for size in SIZES {
        for typed in PAGES {
            let before = model(size, typed);
            for hint in hints(&before).into_iter().filter(|hint| !hint.keys().is_empty()) {
                // Of two that lead either way one may be at its end.
                let does_something = hint.keys().iter().any(|keys| {
                    let mut after = model(size, typed);
                    press(&mut after, &keys.to_string());
                    state(&before) != state(&after)
                });
                if !does_something {
                    idle.push(format!("{size:?} {typed}: {hint}\n{}", shown(&before)));
                }
            }
        }
    }
    assert!(idle.is_empty(), "{}", idle.join("\n"));
}

/// Where nothing else is said there is room for three hints in any case.
#[test]
fn a_way_on_a_way_out_and_the_help_are_named_on_the_smallest_screen() {
    for typed in PAGES {
        let model = model(SIZES[0], typed);
        let footer = view::footer(&model.reader, model.layers());
        // A line that is typed in has its own last line.
        let Some(top) = model.layers().last().filter(|top| top.footer(&model.reader).is_none()) else { continue };
        if footer.said.is_empty() {
            let all = top.all_hints(&model.reader).len();
            assert!(footer.hints.len() >= all.min(3), "{typed}: {}", shown(&model));
        }
    }
}

#[test]
fn the_help_is_one_key_away() {
    for size in SIZES {
        for typed in PAGES {
            // A second key is awaited there; what it can be is said.
            if typed == "z" {
                continue;
            }
            let mut model = model(size, typed);
            let is_read = |model: &Model| model.open::<Pager>().is_some();
            if !is_read(&model) {
                press(&mut model, "<F1>");
                assert!(is_read(&model), "{size:?} {typed}\n{}", shown(&model));
            }
        }
    }
}

#[test]
fn nothing_is_empty_without_a_word_and_no_text_touches_a_border() {
    for (width, height) in SIZES {
        for typed in PAGES {
            let screen = dump::text(&draw(&model((width, height), typed), width, height));
            let lines: Vec<&str> = screen.lines().collect();
            let has_words = |line: &&str| line.chars().filter(|c| c.is_alphabetic()).count() > 3;
            let body = lines.iter().skip(2).take(usize::from(height) - 3);
            assert!(body.filter(|line| has_words(line)).count() > 0, "{width}×{height} {typed}: empty\n{screen}");
            assert!(lines.last().is_some_and(has_words), "{width}×{height} {typed}: no last line\n{screen}");
            for line in &lines {
                let chars: Vec<char> = line.chars().collect();
                assert!(chars.len() <= usize::from(width), "{width}×{height} {typed}: {line}");
                // The border of a box, or the ruler.
                let is_edge = chars.len() == usize::from(width) && chars.last().is_some_and(|c| "│█↕<>~".contains(*c));
                let is_touched = chars.len() > 1 && chars[chars.len() - 2].is_alphanumeric();
                assert!(!(is_edge && is_touched), "{width}×{height} {typed}: {line}\n{screen}");
            }
        }
    }
}

#[test]
fn every_test_in_the_table_above_is_there() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let table = include_str!("walk.rs").lines().take_while(|line| line.starts_with("//!"));
    let names: Vec<&str> = table.filter_map(|line| line.strip_suffix("` |")?.rsplit('`').next()).collect();
    assert!(names.len() > 50, "{names:?}");
    for name in names {
        let (file, test) = name.split_once("::").expect("a file and a test of it");
        let text = fs::read_to_string(folder.join(file).with_extension("rs")).expect("the file is there");
        assert!(text.contains(&format!("    fn {test}(")) || text.contains(&format!("\nfn {test}(")), "{name}");
    }
}
