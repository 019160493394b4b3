package dev.muster.practice;

/// What a short script said, and how it ended.
record Said(int status, String out, String err) {

    static Said done(String out) {
        return new Said(0, out, "");
    }

    static Said error(int status, String err) {
        return new Said(status, "", err + "\n");
    }
}
