//! Logistic regression by Newton's method.

use diptych::align::model::Linear;

/// Features and labels.
pub struct Sample<const N: usize>(pub Vec<([f64; N], bool)>);

impl<const N: usize> Sample<N> {
    /// Logistic regression on standardised features, with the penalty of half the sum of squared weights, by Newton's method.
    pub fn fitted(&self) -> Linear<N> {
        let count = self.0.len() as f64;
        let mean: [f64; N] = std::array::from_fn(|n| self.0.iter().map(|(x, _)| x[n]).sum::<f64>() / count);
        let spread: [f64; N] = std::array::from_fn(|n| {
            (self.0.iter().map(|(x, _)| (x[n] - mean[n]).powi(2)).sum::<f64>() / count).sqrt() + 1e-9
        });
        let standard = |x: &[f64; N]| std::array::from_fn(|n| (x[n] - mean[n]) / spread[n]);
        let rows: Vec<([f64; N], f64)> = self.0.iter().map(|(x, y)| (standard(x), f64::from(u8::from(*y)))).collect();
        let mut weights = vec![0.0; N + 1];
        for _ in 0..50 {
            let step = newton_step(&rows, &weights);
            for (weight, step) in weights.iter_mut().zip(step) {
                *weight -= step;
            }
        }
        eprintln!("{} rows, {} true: {:.2?}", rows.len(), self.0.iter().filter(|(_, y)| *y).count(), weights);
        let scaled: [f64; N] = std::array::from_fn(|n| weights[n] / spread[n]);
        Linear { bias: weights[N] - (0..N).map(|n| scaled[n] * mean[n]).sum::<f64>(), weights: scaled }
    }
}

/// One step of Newton's method; the last weight is the bias, and goes without a penalty.
fn newton_step<const N: usize>(rows: &[([f64; N], f64)], weights: &[f64]) -> Vec<f64> {
    let size = N + 1;
    let mut gradient: Vec<f64> = weights.to_vec();
    gradient[N] = 0.0;
    let mut hessian: Vec<Vec<f64>> =
        (0..size).map(|k| (0..size).map(|n| f64::from(u8::from(k == n && k < N))).collect()).collect();
    hessian[N][N] = 1e-9;
    for (x, y) in rows {
        let x = |n: usize| x.get(n).copied().unwrap_or(1.0);
        let sum: f64 = (0..size).map(|n| weights[n] * x(n)).sum();
        let probability = 1.0 / (1.0 + (-sum).exp());
        let certainty = probability * (1.0 - probability);
        for k in 0..size {
            gradient[k] += (probability - y) * x(k);
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
