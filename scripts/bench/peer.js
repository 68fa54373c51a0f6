/** The same training in JavaScript: one example after the other, on typed arrays. */
export class Peer {
  /** @param {import("./race.js").Workload} workload */
  constructor(workload) {
    const { Sizes: sizes } = workload;
    this.workload = workload;
    this.parameters = Float64Array.from(workload.Parameters);
    this.gradient = new Float64Array(this.parameters.length);
    this.X = Float64Array.from(workload.X);
    this.Y = Float64Array.from(workload.Y);
    this.order = Int32Array.from(workload.Order);
    this.a = sizes.map((n) => new Float64Array(n));
    this.dz = sizes.map((n) => new Float64Array(n));
    /** Where W[l] begins, and after it b[l]. */
    this.start = [0];
    for (let l = 1, next = 0; l < sizes.length; l++) {
      this.start.push(next);
      next += (sizes[l - 1] + 1) * sizes[l];
    }
    this.tanh = workload.Hidden === "tanh";
    this.next = 0;
  }

  /** @param {number} updates */
  train(updates) {
    const { parameters, gradient, order, X, Y, a } = this;
    const { Batch: batch, LearningRate: rate } = this.workload;
    const m = Y.length;
    for (let u = 0; u < updates; u++) {
      gradient.fill(0);
      for (let e = this.next; e < this.next + batch; e++) {
        const example = order[e];
        for (let i = 0; i < a[0].length; i++) a[0][i] = X[i * m + example];
        this.forward();
        this.backward(Y[example]);
      }
      for (let i = 0; i < parameters.length; i++) parameters[i] -= (rate * gradient[i]) / batch;
      this.next += batch;
      if (this.next === m) this.next = 0;
    }
  }

  forward() {
    const { parameters: w, a, tanh } = this;
    const last = a.length - 1;
    for (let l = 1; l <= last; l++) {
      const before = a[l - 1];
      const units = a[l];
      const inputs = before.length;
      let p = this.start[l];
      let b = p + inputs * units.length;
      for (let j = 0; j < units.length; j++) {
        let z = w[b++];
        for (let i = 0; i < inputs; i++) z += w[p++] * before[i];
        units[j] = l === last ? 1 / (1 + Math.exp(-z)) : tanh ? Math.tanh(z) : z > 0 ? z : 0;
      }
    }
  }

  /** @param {number} y */
  backward(y) {
    const { parameters: w, gradient, a, dz, tanh } = this;
    const last = a.length - 1;
    dz[last][0] = a[last][0] - y;
    for (let l = last; l > 0; l--) {
      const before = a[l - 1];
      const d = dz[l];
      const inputs = before.length;
      let p = this.start[l];
      let b = p + inputs * d.length;
      const below = dz[l - 1];
      if (l > 1) below.fill(0);
      for (let j = 0; j < d.length; j++) {
        const dj = d[j];
        gradient[b++] += dj;
        for (let i = 0; i < inputs; i++, p++) {
          gradient[p] += dj * before[i];
          if (l > 1) below[i] += w[p] * dj;
        }
      }
      if (l > 1) for (let i = 0; i < inputs; i++) below[i] *= tanh ? 1 - before[i] * before[i] : before[i] > 0 ? 1 : 0;
    }
  }

  /** Mean cross-entropy over all examples. */
  cost() {
    const { X, Y, a } = this;
    const m = Y.length;
    let sum = 0;
    for (let e = 0; e < m; e++) {
      for (let i = 0; i < a[0].length; i++) a[0][i] = X[i * m + e];
      this.forward();
      const output = a[a.length - 1][0];
      sum -= Y[e] * Math.log(output) + (1 - Y[e]) * Math.log(1 - output);
    }
    return sum / m;
  }

  /** @param {Float64Array} grid inputs, a row each
   * @param {Float64Array[]} units */
  evaluate(grid, units) {
    const { a } = this;
    const points = units[0].length;
    for (let e = 0; e < points; e++) {
      for (let i = 0; i < a[0].length; i++) a[0][i] = grid[i * points + e];
      this.forward();
      let u = 0;
      for (let l = 1; l < a.length; l++) for (let j = 0; j < a[l].length; j++) units[u++][e] = a[l][j];
    }
  }
}
