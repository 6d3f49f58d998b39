//! Logistic regression by Newton's method.

use diptych::align::features::Features;
use diptych::align::model::{Linear, sigmoid};

/// Features, a label and how much it counts.
struct Row {
    features: Vec<f64>,
    label: f64,
    share: f64,
}

/// Features and labels, each with how much it counts.
pub struct Sample<F>(pub Vec<(F, bool, f64)>);

impl<F: Features> Sample<F> {
    /// Logistic regression on standardised features, with the penalty of half the sum of squared weights, by Newton's
    /// method.
    pub fn fitted(&self) -> Linear<F> {
        let size = F::NAMES.len();
        let count = self.0.iter().map(|row| row.2).sum::<f64>();
        let row = |(features, label, share): &(F, bool, f64)| Row {
            features: features.values().collect(),
            label: f64::from(u8::from(*label)),
            share: *share,
        };
        let mut rows: Vec<Row> = self.0.iter().map(row).collect();
        let average =
            |of: &dyn Fn(&[f64]) -> f64| rows.iter().map(|row| row.share * of(&row.features)).sum::<f64>() / count;
        let mean: Vec<f64> = (0..size).map(|n| average(&|x| x[n])).collect();
        let spread: Vec<f64> = (0..size).map(|n| average(&|x| (x[n] - mean[n]).powi(2)).sqrt() + 1e-9).collect();
        for row in &mut rows {
            for (n, x) in row.features.iter_mut().enumerate() {
                *x = (*x - mean[n]) / spread[n];
            }
        }
        let mut weights = vec![0.0; size + 1];
        for _ in 0..50 {
            let step = newton_step(&rows, &weights);
            for (weight, step) in weights.iter_mut().zip(step) {
                *weight -= step;
            }
        }
        let named: Vec<String> =
            F::NAMES.iter().zip(&weights).map(|(name, weight)| format!("{name} {weight:.2}")).collect();
        eprintln!("{} rows, {} true: {}", rows.len(), self.0.iter().filter(|row| row.1).count(), named.join(", "));
        let scaled: Vec<f64> = weights.iter().zip(&spread).map(|(weight, spread)| weight / spread).collect();
        let bias = weights[size] - scaled.iter().zip(&mean).map(|(weight, mean)| weight * mean).sum::<f64>();
        Linear { bias, weights: F::from_values(scaled) }
    }
}

/// One step of Newton's method; the last weight is the bias, and goes without a penalty.
fn newton_step(rows: &[Row], weights: &[f64]) -> Vec<f64> {
    let size = weights.len();
    let last = size - 1;
    let mut gradient: Vec<f64> = weights.to_vec();
    gradient[last] = 0.0;
    let mut hessian: Vec<Vec<f64>> =
        (0..size).map(|k| (0..size).map(|n| f64::from(u8::from(k == n && k < last))).collect()).collect();
    hessian[last][last] = 1e-9;
    for Row { features, label, share } in rows {
        let x = |n: usize| features.get(n).copied().unwrap_or(1.0);
        let sum: f64 = (0..size).map(|n| weights[n] * x(n)).sum();
        let probability = sigmoid(sum);
        let certainty = share * probability * (1.0 - probability);
        for k in 0..size {
            gradient[k] += share * (probability - label) * x(k);
            for (n, cell) in hessian[k].iter_mut().enumerate() {
                *cell += certainty * x(k) * x(n);
            }
        }
    }
    solved(hessian, gradient)
}

/// Solves a small system of linear equations (Gaussian elimination with pivots).
fn solved(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for k in 0..size {
        let pivot = (k..size).max_by(|&a, &b| matrix[a][k].abs().total_cmp(&matrix[b][k].abs())).unwrap_or(k);
        matrix.swap(k, pivot);
        right.swap(k, pivot);
        for below in k + 1..size {
            let factor = matrix[below][k] / matrix[k][k];
            let row = matrix[k].clone();
            for (cell, above) in matrix[below].iter_mut().zip(row).skip(k) {
                *cell -= factor * above;
            }
            right[below] -= factor * right[k];
        }
    }
    for k in (0..size).rev() {
        for n in k + 1..size {
            right[k] -= matrix[k][n] * right[n];
        }
        right[k] /= matrix[k][k];
    }
    right
}
