//! Noise that is the same on every run: hashes of places, no generator with a state.

/// 0 to 1 from two whole numbers and a seed.
pub(super) fn hash(x: i32, y: i32, seed: u32) -> f32 {
    let mut h = (x as u32).wrapping_mul(0x9E37_79B1)
        ^ (y as u32).wrapping_mul(0x85EB_CA77)
        ^ seed.wrapping_mul(0xC2B2_AE3D);
    h ^= h >> 15;
    h = h.wrapping_mul(0x2C1B_3C6D);
    h ^= h >> 12;
    h = h.wrapping_mul(0x297A_2D39);
    h ^= h >> 15;
    (h >> 8) as f32 / 16_777_216.0
}

/// Smooth noise, 0 to 1, with features of about size 1.
pub(super) fn value(x: f32, y: f32, seed: u32) -> f32 {
    let (fx, fy) = (x.floor(), y.floor());
    let (ix, iy) = (fx as i32, fy as i32);
    let ease = |t: f32| t * t * (3.0 - 2.0 * t);
    let (tx, ty) = (ease(x - fx), ease(y - fy));
    let row = |j: i32| {
        let a = hash(ix, iy.wrapping_add(j), seed);
        let b = hash(ix.wrapping_add(1), iy.wrapping_add(j), seed);
        a + (b - a) * tx
    };
    row(0) + (row(1) - row(0)) * ty
}

/// Four octaves of [`value`], 0 to 1.
pub(super) fn cloud(x: f32, y: f32, seed: u32) -> f32 {
    let mut sum = 0.0;
    let (mut size, mut weight) = (1.0, 0.5);
    for octave in 0..4 {
        sum += weight * value(x * size, y * size, seed.wrapping_add(octave));
        size *= 2.03;
        weight *= 0.5;
    }
    sum / 0.9375
}
