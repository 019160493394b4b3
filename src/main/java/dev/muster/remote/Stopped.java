package dev.muster.remote;

/// The way up to a host ended on one of its rungs.
final class Stopped extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Opened where;

    Stopped(Opened where) {
        super(where.getClass().getSimpleName());
        this.where = where;
    }

    Opened where() {
        return where;
    }
}
