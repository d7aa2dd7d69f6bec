"""Times the arithmetic of the released CLP-Transfer code and of the same in two dense products.
Usage: released_loop.py ANCHORS MISSING HELPER_WIDTH SOURCE_WIDTH -> JSON with seconds: loop, dense"""
import json, sys, time
import numpy as np

anchors, missing, helper_width, source_width = map(int, sys.argv[1:])
random = np.random.default_rng(1)
known = random.standard_normal((anchors, helper_width), dtype=np.float32) + 1
asked = random.standard_normal((missing, helper_width), dtype=np.float32) + 1
source = random.standard_normal((anchors, source_width), dtype=np.float32)
known /= np.linalg.norm(known, axis=1, keepdims=True)
asked /= np.linalg.norm(asked, axis=1, keepdims=True)

began = time.perf_counter()
cosines = asked @ known.T
weights = cosines / cosines.sum(axis=1, keepdims=True)
rows = weights @ source
dense = time.perf_counter() - began

# the released code weights all anchors' rows anew for every missing token
sample = 40
began = time.perf_counter()
for token in range(sample):
    row = np.mean(source * weights[token][:, None] * anchors, axis=0)
    assert row.shape == (source_width,)
loop = (time.perf_counter() - began) * missing / sample
print(json.dumps({"loop": loop, "dense": dense}))
