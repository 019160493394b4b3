package dev.muster.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A build of Windows, as a host, as what an image was built for, or both.
///
/// @param kind          server and client hosts differ in what they isolate
/// @param name          short and unique: `2019`, `win10-1809`
/// @param title         in full: `Windows Server 2019`
/// @param build         the third number of the version: 17763
/// @param image         whether base images of this build were published
/// @param aliases       other names that people write: `1809`, `ltsc2019`
/// @param available     first day; null where no source says
/// @param mainstreamEnd last day of mainstream support; null where no source says
/// @param extendedEnd   last day of extended support; null where there is none, or no source says
public record WindowsBuild(
        Kind kind,
        String name,
        String title,
        int build,
        Channel channel,
        boolean image,
        List<String> aliases,
        @Nullable LocalDate available,
        @Nullable LocalDate mainstreamEnd,
        @Nullable LocalDate extendedEnd,
        String source) {

    public enum Kind {
        SERVER,
        CLIENT
    }

    public enum Channel {
        /// long-term servicing
        LTSC,
        /// semi-annual
        SAC,
        /// annual, a host only
        ANNUAL,
        /// Windows 10 and 11
        CLIENT
    }

    public WindowsBuild {
        aliases = List.copyOf(aliases);
    }

    /// The last day on which it gets mends, as far as known.
    public Optional<LocalDate> end() {
        return extendedEnd != null ? Optional.of(extendedEnd) : Optional.ofNullable(mainstreamEnd);
    }

    boolean isCalled(String written) {
        return String.valueOf(build).equals(written)
                || name.equalsIgnoreCase(written)
                || title.equalsIgnoreCase(written)
                || aliases.stream().anyMatch(written::equalsIgnoreCase);
    }
}
