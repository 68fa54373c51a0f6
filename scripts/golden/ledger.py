#!/usr/bin/env python3
"""Write engine/lecture/testdata/ledger.json: every number of one update, by NumPy.

    ledger.py > engine/lecture/testdata/ledger.json

For each link below it trains the run as far as the link's steps, then makes the next update and
keeps all that the lecture names on the way. The equations are oracle.py's, but for the backward
pass, which is written out here to keep dA and dZ and is held against the oracle's.
"""
import json
import sys
from urllib.parse import parse_qsl

import numpy as np

import oracle

LINKS = [
    "v=1&n=24&steps=30",
    "v=1&n=12&net=0&lr=0.1&steps=5",
    "v=1&n=12&net=3,2&act=relu,leaky&init=he&lr=0.1&steps=10",
    "v=1&n=20&test=20&net=3&init=xavier&lr=0.5&batch=6&steps=5",
    "v=1&n=12&in=x1,x2,x1x2&net=3&opt=momentum&lr=0.3&scale=0.5&steps=3",
    "v=1&n=12&net=3&opt=rmsprop&lr=0.01&init=xavier&l1=0.002&steps=4",
    "v=1&n=14&net=2,2&opt=adam&lr=0.02&init=he&batch=5&bseed=3&steps=7",
    "v=1&n=12&net=3&init=xavier&lr=0.5&l1=0.01&l2=0.1&steps=20",
    "v=1&n=12&net=3&out=tanh&init=xavier&lr=0.1&steps=6",
    "v=1&n=12&net=3&out=linear&init=he&lr=0.05&l2=0.01&steps=6",
    "v=1&n=12&net=3&act=sigmoid&loss=mse&scale=1&lr=2&steps=8",
    "v=1&n=10&net=10,3,2&act=tanh,linear,sigmoid&init=xavier&lr=0.3&steps=15",
    "v=1&n=12&init=zeros&steps=2",
    "v=1&n=12&net=3&out=softmax&init=xavier&lr=0.3&steps=5",
    "v=1&data=blobs&n=13&classes=4&net=3,2&act=tanh,relu&init=he&opt=momentum&lr=0.1&batch=5&l2=0.01&steps=7",
]

DEFAULTS = {
    "data": "planar", "classes": "2",
    "n": "400", "dseed": "1", "test": "0", "in": "x1,x2", "net": "4", "act": "tanh", "out": "sigmoid",
    "init": "randn", "scale": "0.01", "seed": "2", "lr": "1.2", "opt": "gd", "batch": "0", "bseed": "10",
    "l1": "0", "l2": "0", "steps": "0",
}

FEATURES = {"x1": lambda x: x[0], "x2": lambda x: x[1], "x1x2": lambda x: x[0] * x[1]}


def examples(c):
    """X, Y of the training examples."""
    K = int(c["classes"])
    if c["data"] == "blobs":
        x, Y = oracle.blobs(int(c["dseed"]), int(c["n"]), K)
    else:
        x, Y = oracle.planar(int(c["dseed"]), int(c["n"]))
    if c["out"] == "softmax":
        Y = oracle.one_hot(Y, K)
    m = x.shape[1]
    held = np.random.RandomState(int(c["dseed"])).permutation(m)[: round(m * int(c["test"]) / 100)]
    train = np.setdiff1d(np.arange(m), held)
    if c["out"] == "tanh":
        Y = 2 * Y - 1
    return np.array([FEATURES[f](x) for f in c["in"].split(",")])[:, train], Y[:, train]


def batches(m, size, seed):
    """The examples of each update, for ever."""
    epoch = 0
    while True:
        order = np.arange(m) if size in (0, m) else np.random.RandomState(seed + epoch).permutation(m)
        for i in range(0, m, size or m):
            yield order[i : i + (size or m)]
        epoch += 1


def backward(Z, A, Y, W, acts, loss, l1, l2):
    """dA, dZ, dW, db by layer; index 0 is layer 1. dA[L] is null for cross-entropy."""
    L, m = len(W), Y.shape[1]
    dA, dZ, dW, db = [None] * L, [None] * L, [None] * L, [None] * L
    for l in reversed(range(L)):
        prime = oracle.ACT[acts[l]][1](Z[l + 1], A[l + 1]) if acts[l] != "softmax" else None
        if l < L - 1:
            dA[l] = W[l + 1].T @ dZ[l + 1]
            dZ[l] = dA[l] * prime
        elif loss == "mse":
            dA[l] = A[L] - Y
            dZ[l] = dA[l] * prime
        else:
            dZ[l] = A[L] - Y
        dW[l] = dZ[l] @ A[l].T / m + l2 * W[l] + l1 * np.sign(W[l])
        db[l] = np.mean(dZ[l], axis=1, keepdims=True)
    return dA, dZ, dW, db


def state(W, b, update, opt, when):
    """Copies of the parameters and of what the optimizer remembers."""
    L, of = len(W), {"W": W, "b": b}
    if opt in ("momentum", "adam"):
        of.update({"vdW": update.v[:L], "vdb": update.v[L:]})
    if opt in ("rmsprop", "adam"):
        of.update({"sdW": update.s[:L], "sdb": update.s[L:]})
    return {name + when: [v.copy() for v in values] for name, values in of.items()}


def ledger(link):
    c = {**DEFAULTS, **dict(parse_qsl(link))}
    if int(c["classes"]) > 2:
        c["out"] = "softmax"
    loss = c.get("loss", {"sigmoid": "bce", "softmax": "ce"}.get(c["out"], "mse"))
    hidden = [int(n) for n in c["net"].split(",") if n != "0"]
    acts = c["act"].split(",")
    acts = (acts * len(hidden) if len(acts) == 1 else acts) + [c["out"]]
    l1, l2 = float(c["l1"]), float(c["l2"])
    X, Y = examples(c)
    W, b = oracle.init([X.shape[0]] + hidden + [Y.shape[0]], c["init"], float(c["scale"]), int(c["seed"]))
    update = oracle.Optimizer(c["opt"], float(c["lr"]), W + b)
    for step, ix in enumerate(batches(X.shape[1], int(c["batch"]), int(c["bseed"]))):
        x, y = X[:, ix], Y[:, ix]
        Z, A = oracle.forward(x, W, b, acts)
        dA, dZ, dW, db = backward(Z, A, y, W, acts, loss, l1, l2)
        reference = oracle.backward(Z, A, y, W, acts, loss, l1, l2)
        assert all(np.allclose(g, r, rtol=1e-12, atol=1e-15) for g, r in zip(dW + db, reference[0] + reference[1]))
        if step == int(c["steps"]):
            break
        update.step(W + b, dW + db)
    J = oracle.cost(A[-1], y, W, loss, l1, l2)
    document = {"link": link, "examples": ix + 1, "X": x, "Y": y, "J": [[J]], "Z": Z[1:], "A": A[1:], "dZ": dZ, "dW": dW, "db": db}
    if any(d is not None for d in dA):
        document["dA"] = dA
    document.update(state(W, b, update, c["opt"], ""))
    update.step(W + b, dW + db)
    document.update(state(W, b, update, c["opt"], " next"))
    return document


if __name__ == "__main__":
    json.dump([ledger(link) for link in LINKS], sys.stdout, default=np.ndarray.tolist, separators=(",", ":"))
    print()
