"""Training of the attribution tagger and linker. Comes in: PolNeAR. Goes out: weights. Never imported by `src/`."""
