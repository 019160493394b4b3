package dev.muster.base;

/// An amount of memory or disk, in bytes.
///
/// @param value never negative
public record Bytes(long value) implements Comparable<Bytes> {

    public Bytes {
        if (value < 0) {
            throw new IllegalArgumentException("an amount can't be negative: " + value);
        }
    }

    public static Bytes kibi(long kibibytes) {
        return new Bytes(Math.multiplyExact(kibibytes, 1024L));
    }

    public static Bytes mebi(long mebibytes) {
        return new Bytes(Math.multiplyExact(mebibytes, 1024L * 1024));
    }

    public static Bytes gibi(long gibibytes) {
        return new Bytes(Math.multiplyExact(gibibytes, 1024L * 1024 * 1024));
    }

    public boolean atLeast(Bytes other) {
        return value >= other.value;
    }

    /// This amount less so many hundredths, rounded down: hypervisors and kernels keep some memory back.
    public Bytes lessPercent(int percent) {
        return new Bytes(value - value / 100 * percent - value % 100 * percent / 100);
    }

    @Override
    public int compareTo(Bytes other) {
        return Long.compare(value, other.value);
    }
}
