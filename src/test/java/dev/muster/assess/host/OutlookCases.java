package dev.muster.assess.host;

import static dev.muster.assess.Severity.HARD;
import static dev.muster.assess.Severity.INFO;
import static dev.muster.assess.Severity.SOFT;
import static dev.muster.assess.State.FAILED;
import static dev.muster.assess.State.PASSED;
import static dev.muster.assess.State.UNKNOWN;

import dev.muster.Given;
import dev.muster.HealthyLinux;
import dev.muster.HealthyOutlook;
import dev.muster.assess.CheckId;
import dev.muster.assess.Severity;
import dev.muster.assess.State;
import dev.muster.assess.host.HostChecksTest.Case;
import dev.muster.base.Reading;
import dev.muster.probe.AppArmor;
import dev.muster.probe.Chain;
import dev.muster.probe.Docker;
import dev.muster.probe.FsyncTimes;
import dev.muster.probe.NetworkKeeper;
import dev.muster.probe.Outlook;
import dev.muster.probe.ProxySetting;
import dev.muster.probe.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What can be wrong with how a host sees Rancher, the registries and its own surroundings.
final class OutlookCases {

    private static final Reading<Visit.Outcome> NO_TOOL = Reading.unknown("curl: command not found");
    private static final Reading<Visit.Outcome> REFUSED = Reading.of(new Visit.Silent("Connection refused"));

    private final List<Case> all = new ArrayList<>();

    static List<Case> all() {
        var cases = new OutlookCases();
        cases.surroundings();
        cases.rancher();
        cases.chain();
        cases.clock();
        cases.registries();
        return cases.all;
    }

    private void add(CheckId id, String name, Consumer<HealthyLinux> broken, Severity severity, State state) {
        all.add(new Case(id, name, broken, severity, state));
    }

    private void surroundings() {
        add(CheckId.HOST_DISK_FSYNC, "9.999 ms", fsync(9_999), SOFT, PASSED);
        add(CheckId.HOST_DISK_FSYNC, "10 ms", fsync(10_000), SOFT, FAILED);
        add(CheckId.HOST_DISK_FSYNC, "not said", host -> host.etcdDisk = no(), SOFT, UNKNOWN);
        add(CheckId.HOST_APPARMOR, "off", armor(false, false), SOFT, PASSED);
        add(CheckId.HOST_APPARMOR, "no tool, and Docker runs", armor(true, false), SOFT, PASSED);
        add(
                CheckId.HOST_APPARMOR,
                "no tool, no Docker",
                armor(true, false).andThen(host -> host.docker = Reading.of(new Docker.Absent())),
                SOFT,
                FAILED);
        add(CheckId.HOST_APPARMOR, "not said", host -> host.appArmor = no(), SOFT, UNKNOWN);
        add(CheckId.HOST_NETWORK_MANAGER, "manages all", manager(false), SOFT, FAILED);
        add(CheckId.HOST_NETWORK_MANAGER, "leaves others", manager(false, "interface-name:cali*"), SOFT, FAILED);
        add(CheckId.HOST_NETWORK_MANAGER, "leaves it", manager(false, "interface-name:flannel*"), SOFT, PASSED);
        add(CheckId.HOST_NETWORK_MANAGER, "leaves more", manager(false, "interface-name:fl*"), SOFT, PASSED);
        add(
                CheckId.HOST_NETWORK_MANAGER,
                "leaves one of them",
                manager(false, "interface-name:flannel.1"),
                SOFT,
                FAILED);
        add(CheckId.HOST_NETWORK_MANAGER, "leaves all", manager(false, "*"), SOFT, PASSED);
        add(CheckId.HOST_NETWORK_MANAGER, "by its address", manager(false, "mac:00:22:68:1c:59:b1"), SOFT, FAILED);
        add(CheckId.HOST_NETWORK_MANAGER, "a cloud's", manager(true, "interface-name:flannel*"), SOFT, FAILED);
        add(CheckId.HOST_NETWORK_MANAGER, "not said", host -> host.networkManager = no(), SOFT, UNKNOWN);
        add(CheckId.HOST_PROXY, "no exceptions", proxies("dockerd HTTP_PROXY http://p:3128"), INFO, FAILED);
        add(
                CheckId.HOST_PROXY,
                "the cluster's are excepted",
                proxies(
                        "dockerd HTTPS_PROXY http://p:3128",
                        "dockerd NO_PROXY 127.0.0.0/8,10.0.0.0/8,.svc,.cluster.local"),
                INFO,
                PASSED);
        add(
                CheckId.HOST_PROXY,
                "services are left out",
                proxies("dockerd HTTPS_PROXY http://p:3128", "dockerd NO_PROXY 10.42.0.0/16,.svc,.local"),
                INFO,
                FAILED);
        add(
                CheckId.HOST_PROXY,
                "another service's exceptions",
                proxies("dockerd HTTPS_PROXY http://p:3128", "rke2 NO_PROXY 10.0.0.0/8,.svc,.cluster.local"),
                INFO,
                FAILED);
        add(CheckId.HOST_PROXY, "exceptions alone", proxies("dockerd NO_PROXY localhost"), INFO, PASSED);
        add(
                CheckId.HOST_PROXY,
                "not said",
                host -> host.outlook = new Outlook(
                        host.outlook.rancher(), host.outlook.registries(), List.of(), Reading.of(false), no()),
                INFO,
                UNKNOWN);
    }

    private void rancher() {
        add(CheckId.RANCHER_URL, "refused", sees(REFUSED), HARD, FAILED);
        add(CheckId.RANCHER_URL, "nothing to ask with", sees(NO_TOOL), HARD, UNKNOWN);
        add(
                CheckId.RANCHER_URL,
                "no such name",
                host -> host.outlook = HealthyOutlook.of(new Visit(
                        Given.SERVER,
                        Reading.of(List.of()),
                        Reading.of(new Visit.Silent("Name or service not known")))),
                HARD,
                FAILED);
        add(
                CheckId.RANCHER_URL,
                "the name can't be asked for",
                host -> host.outlook =
                        HealthyOutlook.of(new Visit(Given.SERVER, no(), Reading.of(HealthyOutlook.answered()))),
                HARD,
                PASSED);
        add(CheckId.RANCHER_URL, "somebody else's page", sees(HealthyOutlook.said(200)), HARD, FAILED);
        add(CheckId.RANCHER_URL, "not asked", notAsked(), HARD, UNKNOWN);
    }

    private void chain() {
        var whole = HealthyOutlook.chain();
        var leaf = whole.certificates().getFirst();
        add(CheckId.RANCHER_CHAIN, "another CA", authority("ab".repeat(32)), HARD, FAILED);
        add(CheckId.RANCHER_CHAIN, "no CA where the command has one", authority(""), HARD, FAILED);
        add(
                CheckId.RANCHER_CHAIN,
                "for another name",
                chain(new Chain(whole.certificates(), false, true, Given.NOW)),
                HARD,
                FAILED);
        add(
                CheckId.RANCHER_CHAIN,
                "signed by nobody",
                chain(new Chain(whole.certificates(), true, false, Given.NOW)),
                HARD,
                FAILED);
        add(CheckId.RANCHER_CHAIN, "in its first moment", chain(at(whole, leaf.from())), HARD, PASSED);
        add(CheckId.RANCHER_CHAIN, "before it", chain(at(whole, leaf.from().minusNanos(1))), HARD, FAILED);
        add(CheckId.RANCHER_CHAIN, "in its last moment", chain(at(whole, leaf.until())), HARD, PASSED);
        add(CheckId.RANCHER_CHAIN, "after it", chain(at(whole, leaf.until().plusNanos(1))), HARD, FAILED);
        add(
                CheckId.RANCHER_CHAIN,
                "one in between has ended",
                chain(new Chain(
                        List.of(leaf, new Chain.Shown("CN=m", "CN=r", leaf.from(), Given.NOW.minusSeconds(1), "cd")),
                        true,
                        true,
                        Given.NOW)),
                HARD,
                FAILED);
        add(
                CheckId.RANCHER_CHAIN,
                "no tool that shows it",
                sees(HealthyOutlook.answered(
                        Reading.unknown("openssl: command not found"), Duration.ZERO, Duration.ZERO, Given.CHECKSUM)),
                SOFT,
                UNKNOWN);
        add(CheckId.RANCHER_CHAIN, "somebody else's page", sees(HealthyOutlook.said(200)), HARD, UNKNOWN);
        add(CheckId.RANCHER_CHAIN, "refused", sees(REFUSED), HARD, UNKNOWN);
        add(CheckId.RANCHER_CHAIN, "nothing to ask with", sees(NO_TOOL), HARD, UNKNOWN);
    }

    private void clock() {
        // 2 s; the doubt decides: surely over, surely under, neither
        add(CheckId.RANCHER_CLOCK, "1.49 s ± 0.51 s", apart(1_490, 510), SOFT, PASSED);
        add(CheckId.RANCHER_CLOCK, "1.491 s ± 0.51 s", apart(1_491, 510), SOFT, UNKNOWN);
        add(CheckId.RANCHER_CLOCK, "2.51 s ± 0.51 s", apart(2_510, 510), SOFT, UNKNOWN);
        add(CheckId.RANCHER_CLOCK, "2.511 s ± 0.51 s", apart(2_511, 510), SOFT, FAILED);
        add(CheckId.RANCHER_CLOCK, "2.511 s behind", apart(-2_511, 510), SOFT, FAILED);
        add(CheckId.RANCHER_CLOCK, "1.49 s behind", apart(-1_490, 510), SOFT, PASSED);
        add(CheckId.RANCHER_CLOCK, "refused", sees(REFUSED), SOFT, UNKNOWN);
    }

    private void registries() {
        add(CheckId.REGISTRY_REACH, "200", registry(HealthyOutlook.said(200)), HARD, PASSED);
        add(CheckId.REGISTRY_REACH, "401", registry(HealthyOutlook.said(401)), HARD, PASSED);
        add(CheckId.REGISTRY_REACH, "a proxy that forbids", registry(HealthyOutlook.said(403)), HARD, FAILED);
        add(CheckId.REGISTRY_REACH, "refused", registry(REFUSED, false), HARD, FAILED);
        add(CheckId.REGISTRY_REACH, "refused, and the image is here", registry(REFUSED, true), INFO, FAILED);
        add(CheckId.REGISTRY_REACH, "nothing to ask with", registry(NO_TOOL, false), HARD, UNKNOWN);
        add(
                CheckId.REGISTRY_REACH,
                "nothing to ask with, and the image is here",
                registry(NO_TOOL, true),
                INFO,
                UNKNOWN);
        add(CheckId.REGISTRY_REACH, "a mirror answers", mirror(HealthyOutlook.said(200)), HARD, PASSED);
        add(CheckId.REGISTRY_REACH, "a mirror that doesn't", mirror(HealthyOutlook.said(502)), HARD, FAILED);
        add(
                CheckId.REGISTRY_REACH,
                "not asked",
                host -> host.outlook =
                        new Outlook(host.outlook.rancher(), List.of(), List.of(), no(), host.outlook.proxies()),
                HARD,
                UNKNOWN);
    }

    private static <T> Reading<T> no() {
        return Reading.unknown("denied");
    }

    private static Consumer<HealthyLinux> fsync(long micros) {
        var p99 = Duration.ofNanos(micros * 1000);
        return host -> host.etcdDisk =
                Reading.of(new FsyncTimes("/var/lib/etcd", 200, Duration.ofMillis(1), p99, p99.plusMillis(5)));
    }

    private static Consumer<HealthyLinux> armor(boolean on, boolean parser) {
        return host -> host.appArmor = Reading.of(new AppArmor(on, parser));
    }

    private static Consumer<HealthyLinux> manager(boolean cloud, String... unmanaged) {
        return host -> host.networkManager = Reading.of(new NetworkKeeper(true, List.of(unmanaged), cloud));
    }

    /// @param settings a word for who, one for the name, one for the value
    private static Consumer<HealthyLinux> proxies(String... settings) {
        var all = List.of(settings).stream()
                .map(setting -> setting.split(" ", 3))
                .map(part -> new ProxySetting(part[0], part[1], part[2]))
                .toList();
        return host -> host.outlook = new Outlook(
                host.outlook.rancher(), host.outlook.registries(), List.of(), Reading.of(false), Reading.of(all));
    }

    private static Consumer<HealthyLinux> notAsked() {
        return host -> host.outlook = new Outlook(
                Reading.unknown("not asked"), host.outlook.registries(), List.of(), no(), host.outlook.proxies());
    }

    private static Consumer<HealthyLinux> sees(Visit.Outcome outcome) {
        return sees(Reading.of(outcome));
    }

    private static Consumer<HealthyLinux> sees(Reading<Visit.Outcome> outcome) {
        return host -> host.outlook = HealthyOutlook.of(HealthyOutlook.rancher(outcome));
    }

    private static Consumer<HealthyLinux> chain(Chain chain) {
        return sees(HealthyOutlook.answered(Reading.of(chain), Duration.ZERO, Duration.ofMillis(510), Given.CHECKSUM));
    }

    private static Chain at(Chain chain, Instant seen) {
        return new Chain(chain.certificates(), chain.named(), chain.signed(), seen);
    }

    private static Consumer<HealthyLinux> authority(String checksum) {
        return sees(HealthyOutlook.answered(
                Reading.of(HealthyOutlook.chain()), Duration.ZERO, Duration.ofMillis(510), checksum));
    }

    private static Consumer<HealthyLinux> apart(long millis, long error) {
        return sees(HealthyOutlook.answered(
                Reading.of(HealthyOutlook.chain()),
                Duration.ofMillis(millis),
                Duration.ofMillis(error),
                Given.CHECKSUM));
    }

    private static Consumer<HealthyLinux> registry(Visit.Outcome outcome) {
        return registry(Reading.of(outcome), false);
    }

    private static Consumer<HealthyLinux> registry(Reading<Visit.Outcome> outcome, boolean here) {
        return host -> host.outlook = new Outlook(
                host.outlook.rancher(),
                List.of(HealthyOutlook.registry(outcome)),
                List.of(),
                Reading.of(here),
                host.outlook.proxies());
    }

    private static Consumer<HealthyLinux> mirror(Visit.Outcome outcome) {
        return host -> host.outlook = new Outlook(
                host.outlook.rancher(),
                List.of(HealthyOutlook.registry(REFUSED)),
                List.of(new Visit("https://mirror.lab:5000", no(), Reading.of(outcome))),
                Reading.of(false),
                host.outlook.proxies());
    }
}
