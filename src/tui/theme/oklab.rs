//! How alike two colours look.
//!
//! Distances are those of `OKLab`, where equal steps look equal; 0.02 is about what is just noticed.
//! Source: Björn Ottosson, "A perceptual color space for image processing", 2020.

/// Red, green and blue.
pub(super) type Rgb = [u8; 3];

/// A colour as light and two hues.
pub(super) type Lab = [f64; 3];

/// Returns where a colour stands.
pub(super) fn lab(colour: Rgb) -> Lab {
    lab_of_light(colour.map(light))
}

/// The same for the amounts of light of red, green and blue, 0 to 1 each.
pub(super) fn lab_of_light(light: [f64; 3]) -> Lab {
    let cones = product(
        &[
            [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
            [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
            [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
        ],
        light,
    );
    product(
        &[
            [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
            [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
            [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
        ],
        cones.map(f64::cbrt),
    )
}

/// Returns how far two colours are from each other.
pub(super) fn distance(a: Lab, b: Lab) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

/// Returns the amount of light, 0 to 1, of a channel of sRGB (IEC 61966-2-1).
pub(super) fn light(channel: u8) -> f64 {
    let channel = f64::from(channel) / 255.0;
    if channel <= 0.040_45 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
}

/// Applies a matrix.
pub(super) fn product(matrix: &[[f64; 3]; 3], vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(vector).map(|(a, b)| a * b).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_is_light_without_a_hue() {
        let white = lab([255; 3]);
        assert!((white[0] - 1.0).abs() < 1e-4 && white[1].abs() < 1e-4 && white[2].abs() < 1e-4, "{white:?}");
        assert!(lab([0; 3]).iter().all(|part| part.abs() < 1e-9));
    }

    #[test]
    fn red_stands_where_its_author_says() {
        let red = lab([255, 0, 0]);
        assert!(distance(red, [0.627_96, 0.224_86, 0.125_85]) < 1e-4, "{red:?}");
    }
}
