package dev.muster.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Since when a practice host that runs Windows runs, and its restarts. Safe for many threads.
final class WindowsRuns {

    private static final Duration UP_FOR = Duration.ofDays(7);
    private static final Duration TOLERANCE = Duration.ofSeconds(60);
    private static final long SECONDS_FROM_1601_TO_1970 = 11_644_473_600L;
    private static final long TICKS_A_SECOND = 10_000_000;

    private final InstantSource clock;
    private Runnable ending = this::begin;
    private Instant boot;

    WindowsRuns(InstantSource clock) {
        this.clock = clock;
        this.boot = clock.instant().minus(UP_FOR);
    }

    /// @param how what a restart does to everybody's connections; it ends with [#begin()]
    synchronized void onRestart(Runnable how) {
        ending = how;
    }

    /// As Windows counts: tenths of a microsecond since 1601.
    synchronized long fileTime() {
        return (boot.getEpochSecond() + SECONDS_FROM_1601_TO_1970) * TICKS_A_SECOND;
    }

    synchronized long uptime() {
        return Duration.between(boot, clock.instant()).toSeconds();
    }

    synchronized Instant boot() {
        return boot;
    }

    synchronized boolean hasRestartedSince(long fileTime) {
        return Math.abs(fileTime() - fileTime) > TOLERANCE.toSeconds() * TICKS_A_SECOND;
    }

    synchronized void restart() {
        ending.run();
    }

    synchronized void begin() {
        boot = clock.instant();
    }
}
