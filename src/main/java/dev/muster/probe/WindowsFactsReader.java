package dev.muster.probe;

import dev.muster.base.Bytes;
import dev.muster.base.Reading;
import dev.muster.remote.Output;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes [Facts] of what `probe.ps1` printed. What Windows hasn't got is unknown and says so, so that nobody takes it
/// for zero or off.
final class WindowsFactsReader {

    /// .NET reads the clock that ticks 64 times a second.
    private static final Duration TICK = Duration.ofMillis(16);

    /// The first line of what w32tm says, in any language; 3: it isn't synchronised.
    private static final Pattern LEAP = Pattern.compile("[^:\\n]*:\\s*([0-3])\\s*\\(.*");

    /// Microsoft's own, which every Windows has and which is asked by itself.
    private static final Set<String> DEFENDER = Set.of("WinDefend", "Sense", "WdNisSvc");

    private static final String NONE = "Windows has no such thing";

    private WindowsFactsReader() {}

    static Facts read(Output output) {
        var answers = Answers.read(output.out());
        return new Facts(
                MachineFacts.shown(answers, "hostname"),
                os(answers),
                MachineFacts.shown(answers, "architecture").map(WindowsFactsReader::architecture),
                WindowsRows.one(answers, "os", row -> row.text("version")),
                Reading.unknown(NONE),
                WindowsRows.all(answers, "processors", row -> row.small("threads"))
                        .map(threads ->
                                threads.stream().mapToInt(Integer::intValue).sum()),
                WindowsRows.one(answers, "os", row -> new Bytes(row.number("memory"))),
                Reading.unknown(NONE),
                disks(answers),
                Map.of(),
                Reading.unknown(NONE),
                Map.of(),
                Reading.unknown(NONE),
                WindowsNetwork.firewall(answers),
                WindowsNetwork.resolver(answers),
                MachineFacts.shown(answers, "machine-id"),
                MachineFacts.shown(answers, "product-uuid"),
                WindowsNetwork.addresses(answers),
                WindowsNetwork.routes(answers),
                MachineFacts.shown(answers, "source"),
                clock(answers, output),
                timeSync(answers),
                MachineFacts.shown(answers, "zone"),
                WindowsDocker.engine(answers),
                WindowsNetwork.listeners(answers),
                WindowsLeftovers.membership(answers),
                Reading.unknown("not asked on Windows, where Rancher itself doesn't run"),
                WindowsLeftovers.all(answers),
                // a control plane isn't Windows' in any line
                WindowsLeftovers.all(answers).map(_ -> List.of()),
                Reading.unknown(NONE),
                Reading.unknown(NONE),
                Surroundings.cattleId(answers),
                Reading.unknown(NONE),
                new Outlook(
                        VisitFacts.rancher(answers),
                        VisitFacts.of(answers, "registry"),
                        List.of(),
                        Reading.unknown("not asked on Windows"),
                        Surroundings.proxies(answers)),
                Optional.of(windows(answers)));
    }

    private static WindowsFacts windows(Answers answers) {
        return new WindowsFacts(
                WindowsRows.one(answers, "version", WindowsFactsReader::version),
                MachineFacts.shown(answers, "ui-language"),
                MachineFacts.shown(answers, "system-drive"),
                MachineFacts.shown(answers, "powershell"),
                MachineFacts.shown(answers, "language-mode"),
                WindowsRows.map(answers, "policies", "scope", row -> row.text("policy")),
                number(answers, "dotnet"),
                MachineFacts.shown(answers, "netbios"),
                MachineFacts.shown(answers, "next-name"),
                flag(answers, "elevated"),
                WindowsRows.one(
                        answers,
                        "identity",
                        row -> new WindowsFacts.Account(row.text("name"), row.text("sid"), row.text("signedIn"))),
                WindowsRows.one(
                        answers,
                        "machine",
                        row -> new WindowsFacts.Machine(
                                row.text("manufacturer"),
                                row.text("model"),
                                row.flag("hypervisor"),
                                row.text("domain"),
                                row.flag("joined"))),
                bootTime(answers),
                pending(answers),
                WindowsRows.map(answers, "features", "name", row -> row.text("state")),
                flag(answers, "pipe"),
                WindowsRows.all(answers, "services", WindowsFactsReader::service),
                WindowsRows.one(
                        answers,
                        "defender",
                        row -> new WindowsFacts.Defender(
                                row.flag("service"), row.flag("realTime"), row.text("version"))),
                WindowsRows.all(answers, "antivirus", row -> row.text("name"))
                        .map(names -> names.stream()
                                .filter(name -> !DEFENDER.contains(name))
                                .toList()),
                WindowsRows.all(answers, "hns", row -> new WindowsFacts.HnsNetwork(row.text("name"), row.text("type"))),
                WindowsRows.all(answers, "nat", row -> row.text("name")),
                WindowsRows.map(answers, "quotas", "name", row -> row.number("value")),
                // filtered unless told otherwise, where accounts are controlled at all, as they are unless told
                // otherwise
                WindowsRows.one(
                        answers, "uac", row -> row.registry("enabled", 1) != 0 && row.registry("filterPolicy", 0) != 1),
                WindowsRows.one(answers, "tls", WindowsFactsReader::tls),
                number(answers, "code-integrity"),
                WindowsRows.one(answers, "bitlocker", row -> row.registry("denyWriteAccess", 0) == 1),
                WindowsNetwork.adapters(answers),
                WindowsRows.map(answers, "profiles", "device", row -> row.text("category")),
                WindowsNetwork.firewallProfiles(answers));
    }

    private static Reading<OsRelease> os(Answers answers) {
        return WindowsRows.one(
                answers, "os", row -> new OsRelease("windows", row.text("version"), row.text("caption"), List.of()));
    }

    /// As Linux names it.
    private static String architecture(String said) {
        return switch (said.toUpperCase(Locale.ROOT)) {
            case "AMD64" -> "x86_64";
            case "ARM64" -> "aarch64";
            default -> said;
        };
    }

    /// A release is named since 20H2 in one place, before in another, which stands still since then.
    private static WindowsFacts.Version version(WindowsRows.Row row) {
        var release = row.text("release");
        return new WindowsFacts.Version(
                row.small("build"),
                row.small("revision"),
                row.text("edition"),
                row.text("installation"),
                release.isEmpty() ? row.text("releaseId") : release);
    }

    private static WindowsFacts.Service service(WindowsRows.Row row) {
        return new WindowsFacts.Service(row.text("name"), row.text("state"), row.text("start"), row.text("path"));
    }

    private static WindowsFacts.Tls tls(WindowsRows.Row row) {
        return new WindowsFacts.Tls(
                row.text("protocols"),
                row.registry("strongCrypto", 0) == 1,
                row.registry("systemDefault", 0) == 1,
                row.registry("enabled", 1) == 0 || row.registry("disabledByDefault", 0) != 0);
    }

    private static Map<String, Reading<DiskSpace>> disks(Answers answers) {
        var disks = WindowsRows.map(
                answers,
                "disks",
                "device",
                row -> Reading.of(new DiskSpace(
                        row.text("device"),
                        row.text("type"),
                        new Bytes(row.number("size")),
                        new Bytes(row.number("free")),
                        0,
                        0)));
        return switch (disks) {
            case Reading.Known<Map<String, Reading<DiskSpace>>>(var found) -> found;
            case Reading.Unknown<Map<String, Reading<DiskSpace>>>(var why) -> Map.of("C:", Reading.unknown(why));
        };
    }

    private static Reading<Clock> clock(Answers answers, Output output) {
        return ClockFacts.clock(answers.clock(), output.sent(), output.firstByte())
                .map(clock -> new Clock(clock.ahead(), clock.error().plus(TICK)));
    }

    private static Reading<Instant> bootTime(Answers answers) {
        return switch (WindowsRows.one(answers, "os", row -> row.text("boot"))) {
            case Reading.Known<String>(var text) -> instant(text);
            case Reading.Unknown<String>(var why) -> Reading.unknown(why);
        };
    }

    private static Reading<Instant> instant(String text) {
        try {
            return Reading.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Reading.unknown("boot: " + text);
        }
    }

    private static Reading<List<String>> pending(Answers answers) {
        return WindowsRows.all(answers, "pending", row -> row.flag("pending") ? row.text("source") : "")
                .map(sources -> sources.stream()
                        .filter(source -> !source.isEmpty())
                        .sorted()
                        .toList());
    }

    private static Reading<TimeSync> timeSync(Answers answers) {
        var service = WindowsRows.all(answers, "services", WindowsFactsReader::service)
                .map(services -> services.stream()
                        .filter(each -> each.name().equalsIgnoreCase("W32Time"))
                        .anyMatch(each -> each.state().equals("Running")));
        return switch (service) {
            case Reading.Unknown<Boolean>(var why) -> Reading.unknown(why);
            case Reading.Known<Boolean>(var runs) when !runs -> Reading.of(new TimeSync(TimeSync.State.OFF, ""));
            case Reading.Known<Boolean> _ -> synchronised(answers);
        };
    }

    private static Reading<TimeSync> synchronised(Answers answers) {
        return switch (answers.lines("time")) {
            case Reading.Unknown<List<String>>(var why) -> Reading.unknown(why);
            case Reading.Known<List<String>>(var lines) -> {
                var leap = LEAP.matcher(lines.isEmpty() ? "" : lines.getFirst());
                yield leap.matches()
                        ? Reading.of(new TimeSync(
                                leap.group(1).equals("3") ? TimeSync.State.SYNCING : TimeSync.State.SYNCHRONISED,
                                "W32Time"))
                        : Reading.unknown("w32tm: " + Clean.text(String.join(" ", lines)));
            }
        };
    }

    private static Reading<Boolean> flag(Answers answers, String key) {
        return switch (answers.text(key)) {
            case Reading.Known<String>(var word) when word.equals("yes") -> Reading.of(true);
            case Reading.Known<String>(var word) when word.equals("no") -> Reading.of(false);
            case Reading.Known<String>(var word) -> Reading.unknown(key + ": " + Clean.text(word));
            case Reading.Unknown<String>(var why) -> Reading.unknown(why);
        };
    }

    private static Reading<Integer> number(Answers answers, String key) {
        return switch (answers.text(key)) {
            case Reading.Known<String>(var text) when text.matches("\\d{1,9}") -> Reading.of(Integer.parseInt(text));
            case Reading.Known<String>(var text) -> Reading.unknown(key + ": " + Clean.text(text));
            case Reading.Unknown<String>(var why) -> Reading.unknown(why);
        };
    }
}
