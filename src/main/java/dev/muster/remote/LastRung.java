package dev.muster.remote;

import static dev.muster.remote.Opened.Stage.PRIVILEGE;

import dev.muster.remote.Opened.Ready;

/// The end of each climb: the first script on a host tells what one may do there.
final class LastRung {

    /// Runs that script on a line.
    @FunctionalInterface
    interface Step {
        Ready take() throws Trouble.Found, LostException, InterruptedException;
    }

    private LastRung() {}

    /// @param address for what is said of a host that isn't ready
    /// @param down    closes the line, unless the host is ready
    static Opened climb(String address, Step step, Runnable down) throws InterruptedException {
        var kept = false;
        try {
            var ready = step.take();
            kept = true;
            return ready;
        } catch (Trouble.Found e) {
            return e.trouble().at(address);
        } catch (LostException e) {
            return Trouble.of(PRIVILEGE, RemoteWords.LOST_WHILE_CLIMBING, e.why())
                    .at(address);
        } finally {
            if (!kept) {
                down.run();
            }
        }
    }
}
