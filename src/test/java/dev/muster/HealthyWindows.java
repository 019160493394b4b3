package dev.muster;

import dev.muster.base.Bytes;
import dev.muster.base.Reading;
import dev.muster.probe.Docker;
import dev.muster.probe.Facts;
import dev.muster.probe.GivenWindows;
import dev.muster.probe.InterfaceAddress;
import dev.muster.probe.WindowsFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The facts of a Windows server that passes every check under Rancher 2.1, or under today's, one of them changed at
/// will. Made by hand; no Windows took part.
public final class HealthyWindows {

    private Facts facts;

    private HealthyWindows(Facts facts) {
        this.facts = facts;
    }

    /// Server 1803 with Docker 17.06 at 10.0.0.21.
    public static HealthyWindows of1803() {
        return new HealthyWindows(GivenWindows.facts())
                .windows("version", new WindowsFacts.Version(17134, 1304, "ServerDatacenter", "Server Core", "1803"))
                .fact("docker", new Docker.Running("17.06.2-ee-16", "windowsfilter", "C:\\ProgramData\\docker", "", ""))
                .whole();
    }

    /// Server 2022 without Docker.
    public static HealthyWindows of2022() {
        return new HealthyWindows(GivenWindows.facts())
                .windows("version", new WindowsFacts.Version(20348, 2031, "ServerDatacenter", "Server", "21H2"))
                .fact("docker", new Docker.Absent())
                .whole();
    }

    private HealthyWindows whole() {
        return fact("memory", Bytes.gibi(16))
                .plain("outlook", HealthyOutlook.whole())
                .fact("addresses", List.of(new InterfaceAddress("Ethernet0", "10.0.0.21", 24, false)))
                .windows("features", Map.of("Containers", "Installed", "Hyper-V", "Available"))
                .windows("defender", new WindowsFacts.Defender(false, false, ""))
                .windows("antivirus", List.of())
                .windows("hns", List.of(new WindowsFacts.HnsNetwork("nat", "nat")))
                .windows("natNetworks", List.of())
                .windows("elevated", true)
                .windows(
                        "quotas",
                        Map.of("MaxShellsPerUser", 30L, "MaxProcessesPerShell", 25L, "MaxMemoryPerShellMB", 2048L));
    }

    public Facts facts() {
        return facts;
    }

    /// A fact that is known.
    public HealthyWindows fact(String name, Object value) {
        return said(name, Reading.of(value));
    }

    /// A fact that only Windows has, known.
    public HealthyWindows windows(String name, Object value) {
        return saidOfWindows(name, Reading.of(value));
    }

    /// A component that is no reading.
    public HealthyWindows plain(String name, Object value) {
        facts = with(facts, name, value);
        return this;
    }

    public HealthyWindows said(String name, Reading<?> value) {
        facts = with(facts, name, value);
        return this;
    }

    public HealthyWindows saidOfWindows(String name, Reading<?> value) {
        facts = with(facts, "windows", Optional.of(with(facts.windows().orElseThrow(), name, value)));
        return this;
    }

    /// The same record with one of its components changed.
    private static <R extends Record> R with(R whole, String name, Object value) {
        try {
            var components = whole.getClass().getRecordComponents();
            var values = new Object[components.length];
            for (var i = 0; i < components.length; i++) {
                values[i] = components[i].getName().equals(name)
                        ? value
                        : components[i].getAccessor().invoke(whole);
            }
            if (Arrays.stream(components)
                    .noneMatch(component -> component.getName().equals(name))) {
                throw new IllegalArgumentException(name);
            }
            var types = Arrays.stream(components)
                    .map(component -> component.getType())
                    .toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked")
            var type = (Class<R>) whole.getClass();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
