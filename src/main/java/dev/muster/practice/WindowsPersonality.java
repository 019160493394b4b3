package dev.muster.practice;

import dev.muster.practice.rancher.Release;
import java.util.List;
import java.util.Locale;

/// What is special about a practice host that runs Windows.
///
/// @param host     its name, and the machine's own
/// @param build    of Windows: 17134
/// @param revision of the build
/// @param release  1803
/// @param caption  as the system calls itself
/// @param containers the state of the feature at the start
/// @param last     of its address 10.20.0.x
/// @param remark   in the setup file
record WindowsPersonality(
        String host,
        int build,
        int revision,
        String release,
        String caption,
        String containers,
        int last,
        String remark) {

    /// Of the years of a Rancher.
    static List<WindowsPersonality> of(Release rancher) {
        return rancher.isToday() ? today() : old();
    }

    private static List<WindowsPersonality> today() {
        return List.of(
                new WindowsPersonality(
                        "win1",
                        20348,
                        3207,
                        "21H2",
                        "Microsoft Windows Server 2022 Datacenter",
                        "Available",
                        21,
                        "Windows Server 2022, healthy but for the feature Containers, which the plan installs"),
                new WindowsPersonality(
                        "win2",
                        17763,
                        7009,
                        "1809",
                        "Microsoft Windows Server 2019 Datacenter",
                        "Installed",
                        22,
                        "Windows Server 2019, healthy"));
    }

    private static List<WindowsPersonality> old() {
        return List.of(
                new WindowsPersonality(
                        "win1",
                        17134,
                        2208,
                        "1803",
                        "Microsoft Windows Server Datacenter",
                        "Installed",
                        21,
                        "Windows Server 1803, healthy: the build that Rancher 2.1 knows"),
                new WindowsPersonality(
                        "win2",
                        17763,
                        1879,
                        "1809",
                        "Microsoft Windows Server 2019 Datacenter",
                        "Installed",
                        22,
                        "Windows Server 2019, which Rancher 2.1 doesn't know"));
    }

    String address() {
        return "10.20.0." + last;
    }

    String computer() {
        return host.toUpperCase(Locale.ROOT);
    }

    String version() {
        return "10.0." + build;
    }
}
