"""What `src/tumen/link` is fitted with: frequencies of words and weights of features."""
