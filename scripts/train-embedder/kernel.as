// The inner loops of the training, on raw memory. Rows are `size` floats, a multiple of 16.

// @ts-ignore: decorator
@inline
function sum(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3);
}

// @ts-ignore: decorator
@inline
function dot(a: usize, b: usize, bytes: usize): f32 {
  let s0 = f32x4.splat(0), s1 = f32x4.splat(0), s2 = f32x4.splat(0), s3 = f32x4.splat(0);
  for (let at: usize = 0; at < bytes; at += 64) {
    s0 = f32x4.add(s0, f32x4.mul(v128.load(a + at), v128.load(b + at)));
    s1 = f32x4.add(s1, f32x4.mul(v128.load(a + at, 16), v128.load(b + at, 16)));
    s2 = f32x4.add(s2, f32x4.mul(v128.load(a + at, 32), v128.load(b + at, 32)));
    s3 = f32x4.add(s3, f32x4.mul(v128.load(a + at, 48), v128.load(b + at, 48)));
  }
  return sum(f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)));
}

let state: u32 = 1;

export function seed(value: u32): void {
  state = value | 1;
}

// @ts-ignore: decorator
@inline
function random(): u32 {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state;
}

/**
 * Skip-gram with negative sampling over spans of 16-bit ids that end with 65535. Every context word learns to foretell
 * the centre; one draw of negatives serves all contexts of a centre.
 * `keep`: 32-bit thresholds by id; `draws`: 2^20 ids; `sigmoid`: 1024 values over -6 to 6; `span`: room for a span.
 */
export function skipGram(
  ids: usize, count: i32, keep: usize, draws: usize, sigmoid: usize, inputs: usize, outputs: usize, size: i32,
  window: i32, negatives: i32, rate: f32, span: usize, targets: usize, change: usize,
): void {
  const bytes = <usize>size << 2;
  let at = 0;
  while (at < count) {
    let length = 0;
    while (at < count) {
      const id = <u32>load<u16>(ids + (<usize>at << 1));
      at++;
      if (id == 65535) break;
      if (random() <= load<u32>(keep + (<usize>id << 2))) {
        store<u32>(span + (<usize>length << 2), id);
        length++;
      }
    }
    for (let centre = 0; centre < length; centre++) {
      store<u32>(targets, load<u32>(span + (<usize>centre << 2)));
      for (let n = 1; n <= negatives; n++) {
        store<u32>(targets + (<usize>n << 2), <u32>load<u16>(draws + (<usize>(random() & 0xfffff) << 1)));
      }
      const reach = 1 + <i32>(random() % <u32>window);
      const from = max(0, centre - reach);
      const to = min(length - 1, centre + reach);
      for (let near = from; near <= to; near++) {
        if (near == centre) continue;
        const input = inputs + <usize>load<u32>(span + (<usize>near << 2)) * bytes;
        memory.fill(change, 0, bytes);
        for (let t = 0; t <= negatives; t++) {
          const target = load<u32>(targets + (<usize>t << 2));
          if (t > 0 && target == load<u32>(targets)) continue;
          const output = outputs + <usize>target * bytes;
          const f = dot(input, output, bytes);
          let p: f32 = f >= 6 ? 1 : f <= -6 ? 0 : load<f32>(sigmoid + (<usize>((f + 6) * (<f32>1024 / 12)) << 2));
          const step = f32x4.splat(((t == 0 ? <f32>1 : <f32>0) - p) * rate);
          for (let i: usize = 0; i < bytes; i += 32) {
            const o0 = v128.load(output + i), o1 = v128.load(output + i, 16);
            v128.store(change + i, f32x4.add(v128.load(change + i), f32x4.mul(step, o0)));
            v128.store(change + i, f32x4.add(v128.load(change + i, 16), f32x4.mul(step, o1)), 16);
            v128.store(output + i, f32x4.add(o0, f32x4.mul(step, v128.load(input + i))));
            v128.store(output + i, f32x4.add(o1, f32x4.mul(step, v128.load(input + i, 16))), 16);
          }
        }
        for (let i: usize = 0; i < bytes; i += 16) {
          v128.store(input + i, f32x4.add(v128.load(input + i), v128.load(change + i)));
        }
      }
    }
  }
}

/** Sums of rows, made unit length; `lengths` keeps what they were. */
export function bags(ids: usize, ends: usize, count: i32, table: usize, size: i32, out: usize, lengths: usize): void {
  const bytes = <usize>size << 2;
  let at = 0;
  for (let n = 0; n < count; n++) {
    const row = out + <usize>n * bytes;
    memory.fill(row, 0, bytes);
    const end = load<i32>(ends + (<usize>n << 2));
    for (; at < end; at++) {
      const from = table + <usize>load<u16>(ids + (<usize>at << 1)) * bytes;
      for (let i: usize = 0; i < bytes; i += 16) {
        v128.store(row + i, f32x4.add(v128.load(row + i), v128.load(from + i)));
      }
    }
    const length = Mathf.sqrt(dot(row, row, bytes)) + <f32>1e-9;
    store<f32>(lengths + (<usize>n << 2), length);
    const by = f32x4.splat(<f32>1 / length);
    for (let i: usize = 0; i < bytes; i += 16) v128.store(row + i, f32x4.mul(v128.load(row + i), by));
  }
}

/** Adds to every row the gradient of the bags it is in, through the normalisation; `gradients` is used up. */
export function bagGradients(
  ids: usize, ends: usize, count: i32, units: usize, lengths: usize, gradients: usize, size: i32, into: usize,
): void {
  const bytes = <usize>size << 2;
  let at = 0;
  for (let n = 0; n < count; n++) {
    const unit = units + <usize>n * bytes;
    const g = gradients + <usize>n * bytes;
    const along = f32x4.splat(dot(unit, g, bytes));
    const by = f32x4.splat(<f32>1 / load<f32>(lengths + (<usize>n << 2)));
    for (let i: usize = 0; i < bytes; i += 16) {
      v128.store(g + i, f32x4.mul(by, f32x4.sub(v128.load(g + i), f32x4.mul(along, v128.load(unit + i)))));
    }
    const end = load<i32>(ends + (<usize>n << 2));
    for (; at < end; at++) {
      const row = into + <usize>load<u16>(ids + (<usize>at << 1)) * bytes;
      for (let i: usize = 0; i < bytes; i += 16) {
        v128.store(row + i, f32x4.add(v128.load(row + i), v128.load(g + i)));
      }
    }
  }
}

/** All dot products of `m` rows (a multiple of 4) with `n` rows (a multiple of 2). */
export function products(a: usize, m: i32, b: usize, n: i32, size: i32, out: usize): void {
  const bytes = <usize>size << 2;
  for (let i = 0; i < m; i += 4) {
    const a0 = a + <usize>i * bytes, a1 = a0 + bytes, a2 = a1 + bytes, a3 = a2 + bytes;
    for (let j = 0; j < n; j += 2) {
      const b0 = b + <usize>j * bytes, b1 = b0 + bytes;
      let s00 = f32x4.splat(0), s10 = s00, s20 = s00, s30 = s00, s01 = s00, s11 = s00, s21 = s00, s31 = s00;
      for (let at: usize = 0; at < bytes; at += 16) {
        const x = v128.load(b0 + at), y = v128.load(b1 + at);
        let r = v128.load(a0 + at);
        s00 = f32x4.add(s00, f32x4.mul(r, x));
        s01 = f32x4.add(s01, f32x4.mul(r, y));
        r = v128.load(a1 + at);
        s10 = f32x4.add(s10, f32x4.mul(r, x));
        s11 = f32x4.add(s11, f32x4.mul(r, y));
        r = v128.load(a2 + at);
        s20 = f32x4.add(s20, f32x4.mul(r, x));
        s21 = f32x4.add(s21, f32x4.mul(r, y));
        r = v128.load(a3 + at);
        s30 = f32x4.add(s30, f32x4.mul(r, x));
        s31 = f32x4.add(s31, f32x4.mul(r, y));
      }
      const o = out + ((<usize>i * <usize>n + <usize>j) << 2), line = <usize>n << 2;
      store<f32>(o, sum(s00));
      store<f32>(o, sum(s01), 4);
      store<f32>(o + line, sum(s10));
      store<f32>(o + line, sum(s11), 4);
      store<f32>(o + 2 * line, sum(s20));
      store<f32>(o + 2 * line, sum(s21), 4);
      store<f32>(o + 3 * line, sum(s30));
      store<f32>(o + 3 * line, sum(s31), 4);
    }
  }
}

/** exp(value * by) in place; `count` is a multiple of 4. Good to about 1e-5 of the value. */
export function exponentials(values: usize, count: i32, by: f32): void {
  const scale = f32x4.splat(by * <f32>1.4426950408889634);
  for (let at: usize = 0; at < <usize>count << 2; at += 16) {
    const x = f32x4.mul(v128.load(values + at), scale);
    const whole = f32x4.nearest(x);
    const r = f32x4.sub(x, whole);
    let p = f32x4.splat(1.3333558e-3);
    p = f32x4.add(f32x4.mul(p, r), f32x4.splat(9.6181291e-3));
    p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.5504109e-2));
    p = f32x4.add(f32x4.mul(p, r), f32x4.splat(2.4022651e-1));
    p = f32x4.add(f32x4.mul(p, r), f32x4.splat(6.9314718e-1));
    p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1));
    const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23);
    v128.store(values + at, f32x4.mul(p, power));
  }
}

/** Sums along each row and, over the first `m` columns, down each column. */
export function margins(values: usize, m: i32, n: i32, rows: usize, columns: usize): void {
  memory.fill(columns, 0, <usize>n << 2);
  for (let i = 0; i < m; i++) {
    let total = f32x4.splat(0);
    const row = values + ((<usize>i * <usize>n) << 2);
    for (let at: usize = 0; at < <usize>n << 2; at += 16) {
      const v = v128.load(row + at);
      total = f32x4.add(total, v);
      v128.store(columns + at, f32x4.add(v128.load(columns + at), v));
    }
    store<f32>(rows + (<usize>i << 2), sum(total));
  }
}

/** values[i, j] *= rows[i] + columns[j] */
export function spread(values: usize, m: i32, n: i32, rows: usize, columns: usize): void {
  for (let i = 0; i < m; i++) {
    const r = v128.load32_splat(rows + (<usize>i << 2));
    const row = values + ((<usize>i * <usize>n) << 2);
    for (let at: usize = 0; at < <usize>n << 2; at += 16) {
      v128.store(row + at, f32x4.mul(v128.load(row + at), f32x4.add(r, v128.load(columns + at))));
    }
  }
}

/** out[i] = sum over j of weights[i * down + j * along] * b[j]; `m` is even, `size` a multiple of 16. */
export function combine(weights: usize, down: i32, along: i32, m: i32, b: usize, n: i32, size: i32, out: usize): void {
  const bytes = <usize>size << 2;
  const step = <usize>along << 2;
  for (let part: usize = 0; part < bytes; part += 64) {
    for (let i = 0; i < m; i += 2) {
      let w0 = weights + ((<usize>i * <usize>down) << 2), w1 = w0 + (<usize>down << 2);
      let row = b + part;
      let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, t0 = s0, t1 = s0, t2 = s0, t3 = s0;
      for (let j = 0; j < n; j++) {
        const x = v128.load32_splat(w0), y = v128.load32_splat(w1);
        let r = v128.load(row);
        s0 = f32x4.add(s0, f32x4.mul(x, r));
        t0 = f32x4.add(t0, f32x4.mul(y, r));
        r = v128.load(row, 16);
        s1 = f32x4.add(s1, f32x4.mul(x, r));
        t1 = f32x4.add(t1, f32x4.mul(y, r));
        r = v128.load(row, 32);
        s2 = f32x4.add(s2, f32x4.mul(x, r));
        t2 = f32x4.add(t2, f32x4.mul(y, r));
        r = v128.load(row, 48);
        s3 = f32x4.add(s3, f32x4.mul(x, r));
        t3 = f32x4.add(t3, f32x4.mul(y, r));
        w0 += step;
        w1 += step;
        row += bytes;
      }
      const o = out + <usize>i * bytes + part, p = o + bytes;
      v128.store(o, s0);
      v128.store(o, s1, 16);
      v128.store(o, s2, 32);
      v128.store(o, s3, 48);
      v128.store(p, t0);
      v128.store(p, t1, 16);
      v128.store(p, t2, 32);
      v128.store(p, t3, 48);
    }
  }
}

/** RMSprop with one second moment a row; uses the gradients up. `settled` is what the moment is to be divided by. */
export function descend(
  table: usize, gradients: usize, moments: usize, rows: i32, size: i32, rate: f32, memory_: f32, settled: f32,
): void {
  const bytes = <usize>size << 2;
  for (let n = 0; n < rows; n++) {
    const g = gradients + <usize>n * bytes;
    const square = dot(g, g, bytes) / <f32>size;
    const at = moments + (<usize>n << 2);
    const moment = memory_ * load<f32>(at) + (<f32>1 - memory_) * square;
    store<f32>(at, moment);
    if (square == 0) continue;
    const row = table + <usize>n * bytes;
    const step = f32x4.splat(rate / (Mathf.sqrt(moment / settled) + <f32>1e-12));
    for (let i: usize = 0; i < bytes; i += 16) {
      v128.store(row + i, f32x4.sub(v128.load(row + i), f32x4.mul(step, v128.load(g + i))));
      v128.store(g + i, f32x4.splat(0));
    }
  }
}
