package dev.muster.practice.windows;

/// A Windows host of a test, of which only what it does with a script is said.
@FunctionalInterface
public interface Win1 extends WindowsMachine {

    @Override
    default String computer() {
        return "WIN1";
    }

    @Override
    default String version() {
        return "10.0.17134";
    }

    /// What `hello.ps1` prints here, for a login of this host, by lines.
    static String hello(String user) {
        return "user WIN1\\" + user + "\nelevated yes\nkernel Windows_NT 10.0.17134\nlanguage FullLanguage";
    }
}
