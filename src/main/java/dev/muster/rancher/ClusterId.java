package dev.muster.rancher;

/// Rancher's own name of a cluster: `c-abcde`, `c-m-abcdefgh`.
public record ClusterId(String value) {

    public ClusterId {
        if (!value.matches("[a-z0-9-]{1,63}")) {
            throw new IllegalArgumentException("not the id of a cluster: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
