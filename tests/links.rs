//! Which links short reports deserve: by their shape, each in more than one language or setting.

use diptych::article::Article;
use diptych::comparison::Relation;
use diptych::pair::Pair;
use diptych::story::Story;

/// Links of two texts as `left-right`, blocks from 1; headlines that only face each other as `left!right`.
fn drawn(story: &Story, places: Pair<usize>) -> String {
    let numbers = |blocks: &[usize]| blocks.iter().map(|block| (block + 1).to_string()).collect::<Vec<_>>().join(",");
    let links = story.compare(places).links;
    let link = |link: &diptych::comparison::Link| {
        let between = if link.relation == Relation::Headline { "!" } else { "-" };
        format!("{}{between}{}", numbers(&link.blocks.left), numbers(&link.blocks.right))
    };
    links.iter().map(link).collect::<Vec<_>>().join(" ")
}

fn story(texts: &[&[&str]]) -> Story {
    Story::new("case", texts.iter().map(|blocks| Article::read("-", &blocks.join("\n\n"))).collect())
}

#[track_caller]
fn check(left: &[&str], right: &[&str], expected: &str) {
    assert_eq!(drawn(&story(&[left, right]), Pair::new(0, 1)), expected);
}

#[test]
fn a_short_sentence_is_found_in_a_longer_paragraph_and_a_headline_stays_out_of_it() {
    check(
        &[
            "Tarnow starts again",
            "Tarnow, who is trying a third time to become mayor, opened her campaign on the fish market of Lower Quay. She spoke for an hour about rents, and promised to freeze them until the tram is built.",
            "Four people are on the list by now.",
        ],
        &[
            "A familiar name on the list",
            "Tarnow opened her campaign on the fish market of Lower Quay.",
            "She lost twice and has since run a bakery.",
            "Surveys see her in third place.",
        ],
        "1!1 2-2",
    );
    check(
        &[
            "Neuer Anlauf",
            "Brandhuber, der zum zweiten Mal Landrat werden will, stellte sein Programm im Feuerwehrhaus von Oberlinden vor. Eine halbe Stunde lang sprach er über Schulbusse und den Hochwasserschutz.",
            "Der Wahlkampf dauert noch sechs Wochen.",
        ],
        &[
            "Er will es noch einmal wissen",
            "Brandhuber stellte sein Programm im Feuerwehrhaus von Oberlinden vor.",
            "Umfragen gibt es bisher nicht.",
        ],
        "1!1 2-2",
    );
}

#[test]
fn what_is_quoted_in_another_setting_is_linked() {
    check(
        &[
            "Council seat for Odell",
            "“I did not sleep when I heard that Harbin had lost,” Odell, 44, told reporters at the ferry. “He taught me this trade. But the message of the vote is clear – people want the harbour to be run by those who work in it.”",
            "Odell has led the pilots since spring.",
            "Harbin leaves in June.",
        ],
        &[
            "The pilots’ candidate",
            "“The message of the vote is clear — people want the harbour to be run by those who work in it,” Ms. Odell, a pilot for twenty years, wrote in a letter to members. “We have waited through three boards. We will not wait for a fourth one.”",
            "Her rival has money and the larger yards.",
            "The count is on the 9th.",
        ],
        "1!1 2-2",
    );
}

#[test]
fn a_figure_is_the_same_with_hyphens_and_without() {
    check(
        &[
            "Teachers keep their head",
            "Lindqvist was challenged by the Northport delegate Ada Renn in a secret ballot of the union. She won by a 212-to-97 vote.",
            "The hall was hot.",
            "Delegates went home by the back door.",
        ],
        &[
            "No landslide for Lindqvist",
            "Lindqvist beat her only challenger, Ada Renn (Northport), by a vote of 212 to 97. The result is solid, and it is just what she had asked for. Yet a third of her own people wanted somebody else.",
            "Renn will not run again soon.",
            "Younger members had wanted to wait.",
        ],
        "1!1 2-2",
    );
}

#[test]
fn turns_of_phrase_link_nothing() {
    check(
        &[
            "Le barrage attendra",
            "La préfète a suspendu les travaux du barrage pour six mois.",
            "Les pêcheurs de la vallée ont fêté la nouvelle au café du pont.",
            "Une nouvelle visite du chantier est prévue la semaine prochaine.",
        ],
        &[
            "Colère à la sous-préfecture",
            "Deux cents ouvriers ont bloqué la rocade dès l'aube.",
            "Une nouvelle marche en faveur de l'usine est prévue le 4 mars.",
            "Le trafic a repris à midi.",
        ],
        "1!1",
    );
}

#[test]
fn a_headline_is_no_answer_to_a_paragraph_that_names_whom_it_is_about() {
    check(
        &[
            "Mirko Valdes n'a pas aimé",
            "Le ministre a démenti lundi avoir promis un poste à son frère.",
            "Des centaines de cyclistes ont tout entendu.",
        ],
        &[
            "« Je n'ai rien promis »",
            "La salle a ri, puis on a parlé des vélos.",
            "La secrétaire de Mirko Valdes, Anne Sorel, n'a pas voulu faire de commentaire.",
        ],
        "1!1",
    );
}

#[test]
fn two_people_with_a_surname_in_common_are_two() {
    let left = [
        "Ferry line changes hands",
        "The line between Port Vessel and the islands will be run by a new company from May, its owners said on Monday.",
        "Safety at sea is the first duty of the line, and the heart of safety is the training of its crews, harbour master Teng Orlu wrote in a letter to captains in March.",
        "Tickets bought in winter stay valid.",
    ];
    let right = [
        "Who may sail in a storm?",
        "Captains on the northern routes have asked for clearer rules since two boats were hit by waves last winter.",
        "The safety of crews was the theme of a talk that Teng Masu, a writer of sea stories, gave to captains in March at a school in Vessel, where he praised the training of the line.",
        "A hall in Lower Quay was full.",
    ];
    let together = |right: &[&str]| {
        let story = story(&[&left, right]);
        let related = story.compare(Pair::new(0, 1)).related;
        let related =
            related.iter().map(|pair| format!("{}-{}", pair.left + 1, pair.right + 1)).collect::<Vec<_>>().join(" ");
        format!("{} | {related}", drawn(&story, Pair::new(0, 1)))
    };
    assert!(!together(&right).contains("3-3"), "{}", together(&right));
    let one = right.map(|text| text.replace("Teng Masu, a writer of sea stories,", "Teng Orlu, the harbour master,"));
    assert!(
        together(&one.each_ref().map(String::as_str)).contains("3-3"),
        "{}",
        together(&one.each_ref().map(String::as_str))
    );
}

#[test]
fn a_verb_that_begins_with_an_elided_word_is_no_rare_one() {
    check(
        &[
            "Lucie Amarel n’a pas voulu attendre",
            "L’adjointe a quitté jeudi la salle du conseil avant le vote du budget.",
            "Une vingtaine d’habitants suivaient la séance.",
        ],
        &[
            "« Je ne reviendrai pas »",
            "Avant le vote, l’adjointe s’est levée et a quitté la salle du conseil, jeudi soir.",
            "Le maire a repris la parole.",
            "L’avocat du port, Yann Le Goff, n’a pas voulu répondre.",
        ],
        "1!1 2-2",
    );
    // A noun is the same with whatever article.
    check(
        &[
            "Un phare, un gardien",
            "L’archipel attendait l’ingénieur et l’équipage d’Ouessant.",
            "La pluie tombe depuis mardi sur les quais.",
        ],
        &["La mer avant tout", "Archipel : un ingénieur et un équipage sont attendus.", "Aucune date ne fut donnée."],
        "1!1 2-2",
    );
}

#[test]
fn second_paragraphs_go_on_with_what_linked_leads_tell() {
    check(
        &[
            "Harbour chief Nils Ortega steps down over contracts",
            "Nils Ortega, who led the harbour of Kelm, is stepping down, he announced Monday in a letter and a talk on local radio.",
            "Ortega said in August that he would not stand again in 2031 after papers showed that he had given dredging contracts to a cousin. Several members wanted him gone at once, and he has denied any wrong.",
            "A deputy takes over until the board has met.",
        ],
        &[
            "Kelm Port Director Who Favoured a Relative Is Out",
            "Director Nils Ortega, who led the port of Kelm for twelve years and gave $40,000 of dredging work to a cousin, quit on Monday morning in a talk on the radio.",
            "In August, Mr. Ortega, who once piloted tugs, said that he would not seek another term amid questions about the work and complaints by pilots that he let rivals of the cousin wait.",
            "Nobody was named for the post.",
        ],
        "1!1 2-2 3-3",
    );
}

/// Of three paragraphs the second is the partner sooner than of thirty, so less in common is enough.
#[test]
fn few_paragraphs_need_less_in_common_than_many() {
    check(
        &[
            "Board member Ilka Rohde gives up her seat after travel claims",
            "Ilka Rohde (Free List) is giving up her seat on the board, she told members Thursday in a letter and a call after it.",
            "Rohde declared in October that she would not stand again in 2031 after papers found that she had charged private trips to the harbour. Several members asked her to leave at once, and she has called the claims false.",
            "A substitute keeps the seat warm.",
        ],
        &[
            "Free List Politician Who Charged Trips to the Harbour Is Gone",
            "Ilka Rohde, the Free List woman who had $12,000 of private flights paid by the harbour, suddenly left the board on Thursday evening.",
            "In October, Ms. Rohde, who sat for the northern quays, said that she would not stand for another term amid an audit of the flights and complaints of clerks that they had to book them.",
            "Nothing is known of who comes next.",
        ],
        "1!1 2-2 3-3",
    );
    check(
        &[
            "Der Schulrat Veit Kammerer geht",
            "Veit Kammerer gibt sein Amt als Schulrat von Oberlinden auf, wie er am Dienstag in einem Brief an die Eltern mitteilte.",
            "Im März hatte Kammerer erklärt, er wolle nicht noch einmal antreten, nachdem Prüfer auf bezahlte Gutachten gestoßen waren. Er bestreitet alles.",
            "Eine Nachfolgerin gibt es nicht.",
        ],
        &[
            "Oberlinden verliert den Mann mit den Gutachten",
            "Schulrat Veit Kammerer, der seiner Schwester Gutachten für 9000 Euro verschafft haben soll, hat in Oberlinden am Dienstagabend hingeworfen.",
            "Noch im März sagte der frühere Turnlehrer Kammerer, er werde nicht noch einmal antreten, die Gutachten aber hätten die Prüfer falsch gelesen.",
            "Der Kreistag tagt im Mai.",
        ],
        "1!1 2-2 3-3",
    );
    // Not less than anything: what merely shares a topic stays apart however short it is.
    check(
        &[
            "Fire in Oberlinden",
            "A fire in a barn in Oberlinden kept eighty firefighters busy until Friday morning.",
            "Police do not know the cause yet.",
        ],
        &[
            "Barn burns in Kelm",
            "In Kelm a barn with hay burned down on Sunday, and forty firefighters were there.",
            "The damage is put at $90,000, and horses were saved by a neighbour.",
        ],
        "1!1",
    );
}

#[test]
fn a_day_is_no_name() {
    let fed = "Fishermen took the crew to the school of Kelm before noon, and they had soup and dry socks there.";
    check(
        &[
            "The barge Ottilie struck a pier off Brae at five on Friday morning with 90 bales on board, the pilots said.",
            &format!("Nobody drowned. {fed}"),
        ],
        &[fed, "Owners put the loss at six million crowns, a clerk in the city said on Friday evening."],
        "2-1",
    );
}

#[test]
fn reports_that_have_no_name_in_common_tell_of_two_events() {
    let left = [
        "Weeks of complaints about her oven ended in Oberlin on Monday with a fine for the baker Ada Brill.",
        "Her deputy Evert Holl runs the shop for the time being. She wrote a letter to say that it had been an honour.",
    ];
    let right = |town: &str, baker: &str, deputy: &str| {
        [
            format!(
                "A baker from {town} was fined on Monday after weeks of complaints. A court spoke to {baker} for an hour."
            ),
            format!(
                "In a letter she wrote that it had been an honour. Her deputy {deputy} takes over for the time being."
            ),
        ]
    };
    let [strange, own] = [right("Kelm", "Maria Pahl", "Jonas Toft"), right("Oberlin", "Ada Brill", "Evert Holl")];
    check(&left, &strange.each_ref().map(String::as_str), "");
    check(&left, &own.each_ref().map(String::as_str), "1-1 2-2");
}

#[test]
fn headlines_with_one_word_in_common_only_face_each_other() {
    check(
        &[
            "Miller fined for short weight",
            "A miller from Oberlin was fined four thousand crowns on Tuesday for selling sacks that held less than they said.",
            "Jonas Pahl, 61, had used the same scales for a decade, the court heard.",
            "His lawyer said he would appeal.",
        ],
        &[
            "Skipper fined for lost load",
            "A skipper was fined nine thousand crowns on Tuesday for leaving a load of timber in the channel off Brae.",
            "Evert Holl, 37, had been asleep when the ropes gave way, the court heard.",
            "Judge Ada Brill said that he had been lucky.",
            "His lawyer said that he would appeal against the fine.",
        ],
        // What courts say in all such reports, word for word, is a link still.
        "1!1 4-5",
    );
}

#[test]
fn what_stands_between_the_parts_of_a_paragraph_does_not_keep_them_apart() {
    let first = "The school board on Monday chose a new bus line for the villages in the north, after parents had complained for a year.";
    let halves = [
        "Three of the eleven members were against it, because",
        "the old line could have been kept for half of the money.",
    ];
    let last = "Tickets cost the same as before, said the clerk, Edda Moll. Nobody knows what happens in winter.";
    let whole = halves.join(" ");
    for between in ["Page 3 of 9", "Advertisement", "Seite 3/9"] {
        check(&[first, halves[0], between, halves[1], last], &[first, &whole, last], "1-1 2,4-2 5-3");
        check(&[first, &whole, last], &[first, halves[0], between, halves[1], last], "1-1 2-2,4 3-5");
    }
}

#[test]
fn many_lines_answer_one_paragraph() {
    let lines = [
        "The school board chose a new bus line on Monday.",
        "Parents had complained for a year.",
        "Three of the eleven members were against it.",
        "Tickets cost the same as before, said the clerk.",
        "An old coach, the Blue Anna, goes twice a day.",
        "The bakery of Overhill pays for the driver.",
        "Edda Moll, who keeps the accounts, called it a bargain.",
        "The garage in Steen will paint the coach in spring.",
        "All brakes are to be looked at every month.",
    ];
    for count in [3, 6, 9] {
        let blocks: Vec<String> = (1..=count).map(|block| block.to_string()).collect();
        check(&lines[..count], &[&lines[..count].join(" ")], &format!("{}-1", blocks.join(",")));
        check(&[&lines[..count].join(" ")], &lines[..count], &format!("1-{}", blocks.join(",")));
    }
}

/// Three reports of which two have a paragraph in common.
const REPORTS: [&[&str]; 4] = [
    &[
        "Captain keeps his post",
        "A captain of the coast guard said on Friday that he would not resign because of the letters.",
        "Morav, 39, is engaged to Ilse Brandt, a clerk of Harbour Minister Tessa Quill.",
        "He took no questions.",
    ],
    &[
        "Letters trouble the coast guard",
        "The letters went to a recruit in May, and no one disputes it.",
        "Morav, 39, is engaged to Ilse Brandt, a clerk of Harbour Minister Tessa Quill.",
    ],
    &[
        "Five accounts of one night",
        "The captain changed his story every time he was asked about the night.",
        "He feared for Ilse Brandt, whom he is to marry, a trusted clerk of Harbour Minister Tessa Quill. “She reads these things every morning,” he said.",
        "No inquiry was opened.",
    ],
    &["Ferry fares rise", "Fares rise by a tenth in May, the council said.", "Brandt, a clerk, had asked for less."],
];

#[test]
fn what_is_the_same_in_two_reports_answers_the_same_in_a_third() {
    let story = story(&REPORTS[..3]);
    assert_eq!(drawn(&story, Pair::new(0, 2)), "1!1 3-3");
    assert_eq!(drawn(&story, Pair::new(1, 2)), "1!1 3-3");
}

#[test]
fn links_do_not_depend_on_what_else_there_is() {
    let all = story(&REPORTS);
    let bundled = ["ferry", "counter-espionage", "lighthouse"]
        .map(|name| Story::new(name, diptych::intake::bundled::read(name).expect("a bundled story")));
    for story in bundled.iter().chain([&all]) {
        for left in 0..story.articles().len() {
            for right in 0..left {
                let places = Pair::new(left, right);
                let two = Story::new("pair", story.pair(places).iter().map(|article| (*article).clone()).collect());
                assert_eq!(story.compare(places), two.compare(Pair::new(0, 1)), "{} {left} {right}", story.name);
                assert_eq!(story.aligned(places), two.aligned(Pair::new(0, 1)));
            }
        }
    }
}

#[test]
fn vowels_and_drawn_letters_are_the_same_words() {
    let pairs = [
        (
            "The \u{FB01}rst o\u{FB03}cial \u{FB02}ight to the cape was late.",
            "The first official flight to the cape was late.",
        ),
        // "The head of the council said that the boats come in spring", with vowels and drawn out.
        (
            "\u{642}\u{64E}\u{627}\u{644}\u{64E} \u{631}\u{64E}\u{626}\u{650}\u{64A}\u{633}\u{64F} \u{627}\u{644}\u{645}\u{640}\u{640}\u{62C}\u{644}\u{633} \u{625}\u{650}\u{646}\u{651}\u{64E}",
            "\u{642}\u{627}\u{644} \u{631}\u{626}\u{64A}\u{633} \u{627}\u{644}\u{645}\u{62C}\u{644}\u{633} \u{625}\u{646}",
        ),
        (
            "\u{5D0}\u{5B8}\u{5DE}\u{5B7}\u{5E8} \u{5E8}\u{5B9}\u{5D0}\u{5E9}\u{5C1}",
            "\u{5D0}\u{5DE}\u{5E8} \u{5E8}\u{5D0}\u{5E9}",
        ),
    ];
    for (left, right) in pairs {
        let links = story(&[&[left], &[right]]).compare(Pair::new(0, 1)).links;
        assert_eq!(links.len(), 1, "{left}");
        assert_eq!(links[0].relation, Relation::Verbatim, "{left}");
    }
}

#[test]
fn a_long_run_of_the_same_words_joins_what_else_differs() {
    // What the second paragraph of the left says first is parted off on the right, and goes on otherwise there.
    let opening = "Who answers for a ferry that steers itself when the radar fails in the middle of the strait?";
    let camera = "There is a camera on the mast which sees four miles in daylight, and a sonar below the keel which hears the piers. Captains have eyes, and trust them more than either of the two, as the pilots said in spring.";
    check(
        &["Pilots and machines were set beside each other in spring by the port.", &format!("{opening} {camera}")],
        &[
            "Pilots and machines were set beside each other in spring by the port.",
            &format!(
                "{opening} Nobody has written that into law yet. Insurers wait for a case, judges for a statute, and ministers for a report that was promised nine years ago to somebody else; until then all of them look at the weather."
            ),
            camera,
        ],
        "1-1 2-2,3",
    );
    let elsewhere = "Wardens of museums have heard it asked of lamps, clocks and bridges; each of these was feared for a summer and then forgotten, as visitors learn on the second floor between a stuffed heron and a model of the lock.";
    // A paragraph that says once more what its neighbour is linked with is said again, and joins nothing.
    check(
        &["The port opens at noon.", &format!("{opening} {camera}")],
        &["The port opens at noon.", &format!("{opening} {camera}"), &format!("{opening} {elsewhere}")],
        "1-1 2-2",
    );
}

#[test]
fn a_short_run_joins_what_else_differs_if_somebody_said_it() {
    let left = |open: &str, close: &str| {
        format!(
            "{open}I asked four times, and not one of them came down to look,{close} said Ida Brun, who keeps the lock at \
             Westmark. {open}My mother kept it before me.{close}"
        )
    };
    let right = |open: &str, close: &str| {
        format!(
            "In the chamber, where the talk was of money, a member held up her letter: {open}not one of them came down to \
             look{close}, it ends, and there was laughter."
        )
    };
    let others = ["The lock stays shut over the winter.", "Bakers sold out of rolls by noon."];
    check(&["Lock shut", &left("“", "”"), others[0]], &["Stormy session", others[1], &right("“", "”")], "1!1 2-3");
    check(&["Lock shut", &left("", ""), others[0]], &["Stormy session", others[1], &right("", "")], "1!1");
}

#[test]
fn stock_phrases_do_not_vouch_for_each_other() {
    check(
        &[
            "Lock shut",
            "The lock at Westmark was shut on Monday after a gate had bent.",
            "The search is ongoing.",
            "It has been a cold spring.",
        ],
        &[
            "Choir on tour",
            "Singers from four towns boarded a coach to the south.",
            "The rehearsal is ongoing.",
            "It has become a custom.",
        ],
        "1!1",
    );
}

#[test]
fn a_stock_phrase_with_one_rare_word_links_nothing() {
    let texts: [(&[&str], &[&str]); 5] = [
        (
            &[
                "El puerto espera al invierno",
                "El alcalde cerró el muelle del este por las grietas de sus pilotes.",
                "Los pescadores guardaron las redes en la vieja lonja.",
                "Una nueva asamblea de vecinos está prevista para el jueves.",
            ],
            &[
                "La escuela cumple cien años",
                "Las alumnas pintaron de azul la puerta del gimnasio.",
                "Una nueva función de teatro está prevista para el verano.",
                "El panadero regaló cuarenta bollos a los profesores.",
            ],
        ),
        (
            &[
                "Le port attend l'hiver",
                "Le maire a fermé le quai de l'est à cause des fissures.",
                "Les pêcheurs ont rangé les filets dans la vieille halle.",
                "Une nouvelle assemblée des voisins est prévue pour jeudi.",
            ],
            &[
                "L'école fête ses cent ans",
                "Les élèves ont peint en bleu la porte du gymnase.",
                "Une nouvelle pièce de théâtre est prévue pour l'été.",
                "Le boulanger a offert quarante brioches aux professeurs.",
            ],
        ),
        (
            &[
                "O porto espera o inverno",
                "O prefeito fechou o cais leste por causa das fendas nas estacas.",
                "Os pescadores guardaram as redes no velho mercado.",
                "Uma nova assembleia de vizinhos está prevista para quinta-feira.",
            ],
            &[
                "A escola faz cem anos",
                "As alunas pintaram de azul a porta do ginásio.",
                "Uma nova peça de teatro está prevista para o verão.",
                "O padeiro deu quarenta pães aos professores.",
            ],
        ),
        (
            &[
                "Il porto aspetta l'inverno",
                "Il sindaco ha chiuso il molo est per le crepe nei pali.",
                "I pescatori hanno messo le reti nel vecchio mercato.",
                "Una nuova assemblea dei vicini è prevista per giovedì.",
            ],
            &[
                "La scuola compie cento anni",
                "Le alunne hanno dipinto di blu la porta della palestra.",
                "Una nuova recita di teatro è prevista per l'estate.",
                "Il fornaio ha regalato quaranta focacce ai professori.",
            ],
        ),
        (
            &[
                "Der Hafen wartet auf den Winter",
                "Der Bürgermeister sperrte den Ostkai wegen der Risse in den Pfählen.",
                "Die Fischer legten die Netze in die alte Halle.",
                "Eine neue Versammlung der Nachbarn ist für Donnerstag geplant.",
            ],
            &[
                "Die Schule wird hundert",
                "Die Schülerinnen strichen die Tür der Turnhalle blau.",
                "Eine neue Aufführung des Theaters ist für den Sommer geplant.",
                "Der Bäcker schenkte den Lehrern vierzig Brötchen.",
            ],
        ),
    ];
    for (left, right) in texts {
        let story = story(&[left, right]);
        assert_eq!(drawn(&story, Pair::new(0, 1)), "1!1", "{}", left[0]);
    }
}

#[test]
fn what_common_words_have_in_common_is_no_hint() {
    let story = story(&[
        &[
            "Le maire promet un quai neuf avant la fin de l'automne.",
            "On répète au marché qu'il ne sera pas là à temps, et que tout le monde en rit.",
            "Trois grues attendent sous la bâche depuis avril.",
            "La pluie a noyé les sacs de ciment.",
        ],
        &[
            "Les abeilles du phare donnent peu de miel.",
            "Le gardien jure qu'il ne sera pas de ceux que tout cela en chasse.",
            "Son frère vend des bougies le samedi.",
            "Un renard dort sous l'escalier.",
        ],
    ]);
    assert_eq!(story.compare(Pair::new(0, 1)).related.iter().next(), None);
}

/// Reports of a bridge in thirteen languages: a headline, a lead, a paragraph and a short sentence; a headline, a
/// paragraph and two other sentences.
const BRIDGES: [[&str; 8]; 13] = [
    [
        "Harbour bridge to close at night",
        "The council of Marlow Quay decided to close the old bridge at night from May. Lorries have cracked two of its pillars, an inspector found in autumn.",
        "Shopkeepers expect fewer customers from across the river.",
        "A second bridge was never built.",
        "Bridge is too weak",
        "Engineers gave warnings about the pillars as early as six years ago. Nobody listened, the inspector wrote.",
        "Cyclists may still use it.",
        "The ferry will run twice an hour.",
    ],
    [
        "Brücke bleibt nachts gesperrt",
        "Der Rat von Marlau hat beschlossen, die alte Brücke ab Mai nachts zu sperren. Zwei Pfeiler haben Risse, fand ein Prüfer im Herbst heraus.",
        "Die Händler rechnen mit weniger Kunden vom anderen Ufer.",
        "Eine zweite Brücke wurde nie gebaut.",
        "Zu schwach für Laster",
        "Fachleute hatten schon vor sechs Jahren vor den Pfeilern gewarnt. Niemand hörte auf sie, schrieb der Prüfer.",
        "Radfahrer dürfen weiter hinüber.",
        "Die Fähre fährt zweimal in der Stunde.",
    ],
    [
        "Le pont fermé la nuit",
        "Le conseil de Marlieu a décidé de fermer le vieux pont la nuit dès le mois de mai. Deux piles sont fissurées, a constaté un inspecteur à l'automne.",
        "Les commerçants craignent de perdre les clients de l'autre rive.",
        "Un second pont n'a jamais été construit.",
        "Un pont trop faible",
        "Des ingénieurs avaient mis en garde contre l'état des piles il y a six ans. Personne ne les a écoutés, écrit l'inspecteur.",
        "Les cyclistes peuvent encore passer.",
        "Le bac partira deux fois par heure.",
    ],
    [
        "El puente cerrará de noche",
        "El pleno de Marlón decidió cerrar el puente viejo por la noche desde mayo. Dos pilares tienen grietas, halló un inspector en otoño.",
        "Los tenderos esperan menos clientes de la otra orilla.",
        "Los peatones podrán usar la pasarela del norte.",
        "Un puente débil",
        "Los ingenieros avisaron del estado de los pilares hace seis años. Nadie les hizo caso, escribió el inspector.",
        "Los ciclistas pueden pasar todavía.",
        "La barca saldrá dos veces cada hora.",
    ],
    [
        "Ponte chiuso di notte",
        "Il consiglio di Marlano ha deciso di chiudere il vecchio ponte di notte da maggio. Due piloni sono crepati, ha scoperto un ispettore in autunno.",
        "I negozianti temono di perdere i clienti dell'altra riva.",
        "Un secondo ponte non fu mai costruito.",
        "Troppo debole",
        "Gli ingegneri avevano avvertito dello stato dei piloni già sei anni fa. Nessuno li ascoltò, ha scritto l'ispettore.",
        "I ciclisti possono ancora passare.",
        "Il traghetto partirà due volte all'ora.",
    ],
    [
        "Most zamknięty nocą",
        "Rada Marlowa postanowiła zamykać stary most nocą od maja. Dwa filary są popękane, stwierdził jesienią inspektor.",
        "Sklepikarze spodziewają się mniej klientów z drugiego brzegu.",
        "Drugiego mostu nigdy nie zbudowano.",
        "Za słaby most",
        "Inżynierowie ostrzegali przed stanem filarów już sześć lat temu. Nikt ich nie słuchał, napisał inspektor.",
        "Rowerzyści mogą jeszcze przejeżdżać.",
        "Prom będzie pływał dwa razy na godzinę.",
    ],
    [
        "Мост закроют на ночь",
        "Совет Марлова решил закрывать старый мост на ночь с мая. Две опоры треснули, установил осенью инспектор.",
        "Торговцы ждут меньше покупателей с другого берега.",
        "Второй мост так и не построили.",
        "Слишком слабый мост",
        "Инженеры предупреждали о состоянии опор ещё шесть лет назад. Никто их не слушал, написал инспектор.",
        "Велосипедисты пока могут проезжать.",
        "Паром будет ходить дважды в час.",
    ],
    [
        "Köprü geceleri kapalı",
        "Marlova meclisi eski köprüyü mayıstan itibaren geceleri kapatmaya karar verdi. İki ayağın çatladığını sonbaharda bir denetçi bulmuştu.",
        "Esnaf karşı kıyıdan daha az müşteri bekliyor.",
        "İkinci bir köprü hiçbir zaman yapılmadı.",
        "Köprü çok zayıf",
        "Mühendisler ayakların durumu konusunda altı yıl önce uyarmıştı. Kimse onları dinlemedi, diye yazdı denetçi.",
        "Bisikletliler hâlâ geçebiliyor.",
        "Vapur saatte iki kez kalkacak.",
    ],
    [
        "Κλειστή τη νύχτα η γέφυρα",
        "Το συμβούλιο του Μαρλού αποφάσισε να κλείνει την παλιά γέφυρα τη νύχτα από τον Μάιο. Δύο πυλώνες έχουν ρωγμές, διαπίστωσε το φθινόπωρο ένας επιθεωρητής.",
        "Οι καταστηματάρχες περιμένουν λιγότερους πελάτες από την άλλη όχθη.",
        "Δεύτερη γέφυρα δεν χτίστηκε ποτέ.",
        "Πολύ αδύναμη",
        "Οι μηχανικοί είχαν προειδοποιήσει για τους πυλώνες πριν από έξι χρόνια. Κανείς δεν τους άκουσε, έγραψε ο επιθεωρητής.",
        "Οι ποδηλάτες περνούν ακόμη.",
        "Το πλοίο θα φεύγει δύο φορές την ώρα.",
    ],
    [
        "إغلاق الجسر ليلا",
        "قرر مجلس بلدة مارلو إغلاق الجسر القديم ليلا ابتداء من شهر مايو. وقد وجد المفتش في الخريف شقوقا في دعامتين.",
        "يتوقع أصحاب المتاجر عددا أقل من الزبائن من الضفة الأخرى.",
        "لم يتم بناء جسر ثان قط.",
        "جسر ضعيف",
        "حذر المهندسون من حالة الدعامات قبل ست سنوات. ولم يصغ إليهم أحد، كما كتب المفتش.",
        "ما زال بوسع الدراجين المرور.",
        "تنطلق العبارة مرتين كل ساعة.",
    ],
    [
        "大桥夜间关闭",
        "马洛镇议会决定从五月起夜间关闭旧桥。检查员去年秋天发现两个桥墩出现裂缝。",
        "对岸的顾客恐怕会减少，店主们说。",
        "第二座桥一直没有建成。",
        "桥墩太弱",
        "工程师六年前就对桥墩的状况发出过警告。没有人听他们的，检查员写道。",
        "骑车的人仍然可以通过。",
        "渡船每小时开两班。",
    ],
    [
        "橋は夜間通行止め",
        "マーロウ町議会は五月から古い橋を夜間通行止めにすることを決めた。検査官は昨年の秋に二本の橋脚のひび割れを見つけた。",
        "商店主たちは対岸の客が減るのを心配している。",
        "二つ目の橋はついに建てられなかった。",
        "弱すぎる橋",
        "技術者たちは六年前に橋脚の状態について警告していた。だれも耳を貸さなかったと検査官は書いた。",
        "自転車はまだ通れる。",
        "渡し船は一時間に二便出る。",
    ],
    [
        "다리 야간 통제",
        "말로 시의회는 오월부터 낡은 다리를 밤에 닫기로 결정했다. 검사관은 지난 가을 교각 두 개에서 균열을 발견했다.",
        "상인들은 강 건너 손님이 줄어들 것으로 본다.",
        "두 번째 다리는 끝내 지어지지 않았다.",
        "너무 약한 다리",
        "기술자들은 여섯 해 전에 교각의 상태를 경고했다. 아무도 듣지 않았다고 검사관은 썼다.",
        "자전거는 아직 지나갈 수 있다.",
        "나룻배는 한 시간에 두 번 떠난다.",
    ],
];

/// Tells whether a link of two texts holds these blocks, from 1.
fn is_linked(left: &[&str], right: &[&str], blocks: Pair<usize>) -> bool {
    let links = story(&[left, right]).compare(Pair::new(0, 1)).links;
    links
        .iter()
        .any(|link| link.blocks.left.contains(&(blocks.left - 1)) && link.blocks.right.contains(&(blocks.right - 1)))
}

#[test]
fn a_short_sentence_is_linked_with_the_paragraph_that_it_stands_in() {
    for [headline, lead, customers, short, other_headline, paragraph, cyclists, ferry] in BRIDGES {
        let own = [headline, lead, customers, short];
        let (after, before) = (format!("{paragraph} {short}"), format!("{short} {paragraph}"));
        assert!(is_linked(&own, &[other_headline, &after, cyclists, ferry], Pair::new(4, 2)), "{short}");
        assert!(is_linked(&own, &[other_headline, cyclists, ferry, &before], Pair::new(4, 4)), "{short}");
        assert!(is_linked(&[other_headline, &before, cyclists, ferry], &own, Pair::new(2, 4)), "{short}");
    }
}

#[test]
fn a_short_sentence_joins_the_link_of_the_paragraph_that_it_stands_in() {
    for [headline, lead, customers, short, other_headline, _, cyclists, ferry] in BRIDGES {
        let longer = format!("{lead} {short}");
        let (own, other) = ([headline, lead, customers, short], [other_headline, &longer, cyclists, ferry]);
        check(&own, &other, "1!1 2,4-2");
        check(&other, &own, "1!1 2-2,4");
    }
}

#[test]
fn what_is_no_sentence_of_its_own_there_or_says_nothing_is_not_linked_for_standing_whole_in_a_paragraph() {
    let is_linked = |short: &str, there: &str| {
        let [headline, lead, customers, _, other_headline, paragraph, cyclists, ferry] = BRIDGES[0];
        let there = there.replace('…', short.trim_end_matches('.'));
        let there = format!("{paragraph} {there} {ferry}");
        is_linked(&[headline, lead, customers, short], &[other_headline, &there, cyclists], Pair::new(4, 2))
    };
    assert!(is_linked("A second bridge was never built.", "…."));
    assert!(!is_linked("A second bridge was never built.", "Old maps say … on time."), "it goes on");
    assert!(is_linked("A second bridge was never built", "…, said the mayor."));
    assert!(!is_linked("That is what it was all about.", "…."), "it says nothing");
}

#[test]
fn what_a_link_says_already_does_not_join_it_again() {
    let [headline, lead, _, short, other_headline, _, cyclists, _] = BRIDGES[0];
    let longer = format!("{lead} {short}");
    check(&[headline, &longer, &format!("“{short}”")], &[other_headline, &longer, cyclists], "1!1 2-2");
}

#[test]
fn particles_are_not_told_as_words_in_common() {
    let rests_on = |left: &str, right: &str| {
        let other = "Никто не пострадал, и театр открылся в срок.";
        let story = story(&[&[left, other], &[right, "Билеты подорожали, но зал был полон."]]);
        story.rests_on(Pair::new(0, 1), &Pair::new(vec![0], vec![0]))
    };
    let found = rests_on(
        "Сторож Матвей Кулагин не спал и в полночь увидел пламя.",
        "Матвей Кулагин, который не курит, и вызвал пожарных: в доме горело пламя.",
    );
    assert_eq!(found, ["Матвей Кулагин", "пламя"]);
    let found = rests_on("Ida Moll said that she would not sell.", "That is not what the buyer Ida Moll was told.");
    assert_eq!(found, ["Ida Moll"], "a name of three letters is one");
}
