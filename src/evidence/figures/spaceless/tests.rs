use super::*;

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let drawn = |own: &SpacelessFigure| {
        format!("{} = {} {} {}", &text[own.range.clone()], own.value, own.key, own.exactness.name())
    };
    assert_eq!(figures(text, 0).iter().map(drawn).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn how_much_of_what() {
    check(
        "昨晚约3万人到码头，三百人受伤，1.2亿元的船沉没，百分之二十的人回家。",
        &[
            "约3万人 = 30000 人 about",
            "三百人 = 300 人 plain",
            "1.2亿元 = 120000000 yuan plain",
            "百分之二十 = 20 % plain",
        ],
    );
    check(
        "渡船の建造費は2億4千万円で、31メートルの船が3隻できる。約20人が乗り、20人以上が待つ。",
        &[
            "2億4千万円 = 240000000 yen plain",
            "31メートル = 31 m plain",
            "3隻 = 3 隻 plain",
            "約20人 = 20 人 about",
            "20人以上 = 20 人 at-least",
        ],
    );
    check(
        "３万２０００円の切符、三百二十名の客、300多人、1,200人、一千零五人が来た。",
        &[
            "３万２０００円 = 32000 yen plain",
            "三百二十名 = 320 人 plain",
            "300多人 = 300 人 at-least",
            "1,200人 = 1200 人 plain",
            "一千零五人 = 1005 人 plain",
        ],
    );
}

#[test]
fn fractions_in_words_and_groups_are_none() {
    check("三点五亿元的船，3点5亿元的桥，三點五億元，百分之三点五，下午三点300人。", &[]);
    check("共120 300人，16.6亿元。", &["16.6亿元 = 1660000000 yuan plain"]);
    // Of either a hundred and two or a hundred and twenty nothing says which.
    check("一百二名、一万二名、一千三名、1万2人、一百二万人。", &[]);
    check(
        "一百零二名，一百二十名，一万零二百人。",
        &["一百零二名 = 102 人 plain", "一百二十名 = 120 人 plain", "一万零二百人 = 10200 人 plain"],
    );
    check("重点300人，20人、30艘。", &["300人 = 300 人 plain", "20人 = 20 人 plain", "30艘 = 30 艘 plain"]);
}

#[test]
fn ranges_have_both_ends() {
    for (text, unit) in [
        ("约20～30人", "人"),
        ("约20至30人", "人"),
        ("约20人至30人", "人"),
        ("約20から30人", "人"),
        ("约20或30人", "人"),
        ("约2至3亿元", "yuan"),
        ("约20、30人", "人"),
    ] {
        let found = figures(text, 0);
        let drawn: Vec<(bool, &str)> =
            found.iter().map(|own| (own.upper.is_some_and(|upper| upper > own.value), own.key)).collect();
        assert_eq!(drawn, [(true, unit)], "{text}");
    }
}

#[test]
fn spans_of_years_tenths_and_steps() {
    check(
        "鐘楼は4年ぶりに開き、250年を迎える。3割が寄付で、96段を上ると約12キロ先まで見える。20年前の話だ。",
        &[
            "4年 = 4 年 plain",
            "250年 = 250 年 plain",
            "3割 = 30 % plain",
            "96段 = 96 段 plain",
            "約12キロ = 12 キロ about",
            "20年 = 20 年 plain",
        ],
    );
    check("98年、令和8年の冬、平成20年以上、3年生、1998年、08年6月、3割5分、3年目。", &[]);
}

#[test]
fn ranges_and_so_much_for_each() {
    let drawn = |text: &str| {
        let found = figures(text, 0);
        found.iter().map(|own| (text[own.range.clone()].to_owned(), own.value, own.upper)).collect::<Vec<_>>()
    };
    let own = |text: &str, value: f64, upper: f64| (text.to_owned(), value, Some(upper));
    assert_eq!(drawn("約20〜30人が来た。"), [own("約20〜30人", 20.0, 30.0)]);
    assert_eq!(drawn("有20至30人，花了2到3亿元。"), [own("20至30人", 20.0, 30.0), own("2到3亿元", 2e8, 3e8)]);
    check("1人当たり500円だった。", &["500円 = 500 yen plain"]);
}

#[test]
fn what_is_no_figure() {
    check("6月15日上午10点30分，第三百人，数百人，一人，二十国集团，2026年，二〇二六年，千人，十分，万人。", &[]);
    check("A320の20家具、3起来、5米国、A20人。", &[]);
    check("Seats: 20 and 3, 5.", &[]);
}

#[test]
fn a_row_of_numbers_however_long_is_no_range() {
    let row: String = (0..20_000).map(|k| format!("{}至", 1 + k % 9)).collect();
    assert_eq!(figures(&format!("港口有{row}9人。"), 0), []);
    let row = "1人至".repeat(20_000);
    assert!(figures(&format!("港口有{row}9人。"), 0).iter().all(|figure| figure.upper.is_none()));
}

#[test]
fn how_exact_words_around_them_say_they_are() {
    check(
        "约有三万人到场，不超过30人受伤，不少于40人回家，最少50人，大约40分钟。",
        &[
            "约有三万人 = 30000 人 about",
            "不超过30人 = 30 人 at-most",
            "不少于40人 = 40 人 at-least",
            "最少50人 = 50 人 at-least",
            "大约40分钟 = 40 分钟 about",
        ],
    );
    check(
        "港には3000人超、100人弱、300人余りが来て、50人を超える客が待つ。",
        &[
            "3000人超 = 3000 人 at-least",
            "100人弱 = 100 人 about",
            "300人余り = 300 人 at-least",
            "50人を超える = 50 人 at-least",
        ],
    );
    // What ends another word says nothing, and what begins one neither.
    check(
        "最近3人离开，节约3亿元。契約3件、100人強制帰国。",
        &["3人 = 3 人 plain", "3亿元 = 300000000 yuan plain", "3件 = 3 件 plain", "100人 = 100 人 plain"],
    );
}
