package dev.muster.run;

import dev.muster.base.Problem;
import dev.muster.remote.Connection;

/// What came of trying to get a line to a host, after patience.
sealed interface Reached {

    record Up(Connection connection) implements Reached {}

    record Down(Problem problem) implements Reached {}
}
