package dev.muster.lab;

/// A program that has ended: what it returned and all that it said.
record Ended(String command, int exit, String out, String err) {

    Ended orFail() {
        if (exit != 0) {
            throw new AssertionError(this);
        }
        return this;
    }

    /// All of it, as a failing assertion shows it.
    @Override
    public String toString() {
        return "%s%nexit %d%n--- out%n%s%n--- err%n%s%n".formatted(command, exit, tail(out), tail(err));
    }

    private static String tail(String text) {
        return text.length() <= 8_000 ? text : "[…]" + text.substring(text.length() - 8_000);
    }
}
