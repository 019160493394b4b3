package dev.muster.catalog;

/// Everything that Muster knows of the world, read from the files that it ships with. Each part is read when it is first
/// asked for. Immutable, safe for many threads.
public final class Catalog {

    private Catalog() {}

    /// The catalogue inside this build.
    public static Catalog shipped() {
        return new Catalog();
    }
}
