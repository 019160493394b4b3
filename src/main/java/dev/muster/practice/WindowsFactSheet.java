package dev.muster.practice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/// What a practice host that runs Windows answers to `probe.ps1`: a machine that fits, but for what its personality
/// is about.
final class WindowsFactSheet {

    private static final String NONE = "[]";

    private final WindowsPersonality host;
    private final WindowsRuns runs;
    private final WindowsNode node;
    private final View view;

    WindowsFactSheet(WindowsPersonality host, WindowsRuns runs, WindowsNode node, View view) {
        this.host = host;
        this.runs = runs;
        this.node = node;
        this.view = view;
    }

    String text(Instant clock) {
        var sheet = new Sheet(clock);
        names(sheet);
        today(sheet);
        version(sheet);
        rights(sheet);
        machine(sheet);
        services(sheet);
        docker(sheet);
        network(sheet);
        security(sheet);
        leftovers(sheet);
        view.add(sheet, clock);
        return sheet.text();
    }

    private void today(Sheet sheet) {
        if (node.service().equals("rancher-wins")) {
            sheet.value("cattle-id", uuid("cattle").replace("-", ""))
                    .value("wins-server", view.rancher().url());
        } else {
            sheet.missing("cattle-id", "C:/etc/rancher/wins/cattle-id")
                    .missing("wins-server", "C:/var/lib/rancher/agent/rancher2_connection_info.json");
        }
    }

    private void names(Sheet sheet) {
        sheet.value("hostname", host.host())
                .value("netbios", host.computer())
                .value("next-name", host.computer())
                .value("architecture", "AMD64")
                .value("machine-id", uuid("machine"))
                .value("product-uuid", uuid("product"))
                .value("system-drive", "C:")
                .value("ui-language", "en-US")
                .value("zone", "UTC")
                .said("proxies", "")
                .said("wildcard", 2, "");
    }

    private void version(Sheet sheet) {
        sheet.value("powershell", "5.1.%d.%d".formatted(host.build(), host.revision()))
                .value("dotnet", "461814")
                .value("language-mode", "FullLanguage")
                .said("version", """
                    [{"build":"%d","revision":%d,"edition":"ServerDatacenter","installation":"Server Core",\
                    "release":null,"releaseId":"%s"}]\
                    """.formatted(host.build(), host.revision(), host.release()))
                .said("os", """
                    [{"caption":"%s","version":"%s","boot":"%s","memory":8589398016,"free":6442450944,\
                    "languages":["en-US"]}]\
                    """.formatted(host.caption(), host.version(), runs.boot()));
    }

    private void rights(Sheet sheet) {
        sheet.value("elevated", "yes")
                .said("identity", """
                    [{"name":"%s\\\\Administrator","signedIn":"NTLM","sid":"S-1-5-21-1004336348-1177238915-682003330-500"}]\
                    """.formatted(host.computer()))
                .said("policies", """
                    [{"scope":"MachinePolicy","policy":"Undefined"},{"scope":"LocalMachine","policy":"RemoteSigned"}]\
                    """)
                .said("uac", """
                    [{"enabled":1,"filterPolicy":null}]\
                    """)
                .said("pending", """
                    [{"source":"servicing","pending":false},{"source":"update","pending":false},\
                    {"source":"file-renames","pending":false},{"source":"rename","pending":false}]\
                    """);
    }

    private void machine(Sheet sheet) {
        sheet.said("processors", """
            [{"name":"Intel(R) Xeon(R) Gold 6130 CPU @ 2.10GHz","cores":4,"threads":4}]\
            """).said("machine", """
                [{"manufacturer":"VMware, Inc.","model":"VMware7,1","hypervisor":true,"domain":"WORKGROUP",\
                "joined":false}]\
                """).said("disks", """
                    [{"device":"C:","size":107372081152,"free":74088185856,"type":"NTFS"}]\
                    """);
    }

    private void services(Sheet sheet) {
        sheet.said("services", """
            [{"name":"docker","state":"Running","start":"Auto","process":1800,\
            "path":"\\"C:\\\\Program Files\\\\Docker\\\\dockerd.exe\\" --run-service"},\
            {"name":"hns","state":"Running","start":"Manual","process":1020,\
            "path":"C:\\\\Windows\\\\system32\\\\svchost.exe -k NetSvcs"},\
            {"name":"vmcompute","state":"Running","start":"Manual","process":1560,\
            "path":"C:\\\\Windows\\\\system32\\\\vmcompute.exe"},\
            {"name":"WinRM","state":"Running","start":"Auto","process":980,\
            "path":"C:\\\\Windows\\\\System32\\\\svchost.exe -k NetworkService"},\
            {"name":"W32Time","state":"Running","start":"Auto","process":984,\
            "path":"C:\\\\Windows\\\\system32\\\\svchost.exe -k LocalService"}%s]\
            """.formatted(agent()))
                .said("antivirus", NONE)
                .said("processes", """
                    [{"id":4,"name":"System"},{"id":980,"name":"svchost"},{"id":984,"name":"svchost"},\
                    {"id":1800,"name":"dockerd"},{"id":2012,"name":"MsMpEng"}%s]\
                    """.formatted(node.isTakenIn() ? ",{\"id\":2340,\"name\":\"kubelet\"}" : ""))
                .said("features", """
                    [{"name":"Containers","state":"%s"},{"name":"Hyper-V","state":"Available"}]\
                    """.formatted(node.containers()));
    }

    private void docker(Sheet sheet) {
        sheet.value("pipe", "yes")
                .said("docker", """
                    {"Client":{"Version":"17.06.2-ee-25","ApiVersion":"1.30","Os":"windows","Arch":"amd64"},\
                    "Server":{"Platform":{"Name":"Docker Engine - Enterprise"},"Version":"17.06.2-ee-25","ApiVersion":"1.30",\
                    "Os":"windows","Arch":"amd64","KernelVersion":"10.0 %1$d (%1$d.%2$d.amd64fre)"}}
                    """.formatted(host.build(), host.revision()))
                .said("docker-error", "")
                .said("docker-info", """
                    {"OSType":"windows","OperatingSystem":"Windows Server Version %s (OS Build %d.%d)",\
                    "KernelVersion":"10.0 %2$d (%2$d.%3$d.amd64fre)","Isolation":"process",\
                    "DockerRootDir":"C:\\\\ProgramData\\\\docker","Driver":"windowsfilter","ServerVersion":"17.06.2-ee-25"}
                    """.formatted(host.release(), host.build(), host.revision()));
    }

    private void network(Sheet sheet) {
        sheet.said("addresses", """
            [{"device":"Ethernet0","address":"%s","prefix":24,"origin":"Manual","state":"Preferred"},\
            {"device":"Loopback Pseudo-Interface 1","address":"127.0.0.1","prefix":8,"origin":"WellKnown",\
            "state":"Preferred"},\
            {"device":"vEthernet (nat)","address":"172.22.208.1","prefix":20,"origin":"Manual","state":"Preferred"}]\
            """.formatted(host.address()))
                .said("routes", """
                    [{"destination":"0.0.0.0/0","gateway":"10.20.0.1","device":"Ethernet0"},\
                    {"destination":"10.20.0.0/24","gateway":"0.0.0.0","device":"Ethernet0"},\
                    {"destination":"172.22.208.0/20","gateway":"0.0.0.0","device":"vEthernet (nat)"}]\
                    """)
                .value("source", host.address())
                .said("listeners", """
                    [{"protocol":"tcp","address":"::","port":5986,"process":4},\
                    {"protocol":"tcp","address":"0.0.0.0","port":135,"process":820},\
                    {"protocol":"udp","address":"0.0.0.0","port":123,"process":984}]\
                    """)
                .said("resolvers", """
                    [{"device":"Ethernet0","servers":["10.20.0.2"]}]\
                    """)
                .said("adapters", """
                    [{"name":"Ethernet0","description":"vmxnet3 Ethernet Adapter","state":"Up","mtu":1500}]\
                    """)
                .said("profiles", """
                    [{"device":"Ethernet0","category":"Private"}]\
                    """)
                .said("firewall", """
                    [{"name":"Domain","enabled":"True","inbound":"Block","localRules":"True"},\
                    {"name":"Private","enabled":"True","inbound":"Block","localRules":"True"},\
                    {"name":"Public","enabled":"True","inbound":"Block","localRules":"True"}]\
                    """)
                .said("rules", NONE)
                .said("hns", """
                    [{"name":"nat","type":"nat","id":"%s"}]\
                    """.formatted(uuid("nat")))
                .said("nat", NONE);
    }

    private void security(Sheet sheet) {
        sheet.said("tls", """
            [{"protocols":"SystemDefault","strongCrypto":null,"systemDefault":null,"enabled":null,\
            "disabledByDefault":null}]\
            """)
                .said("bitlocker", """
                    [{"denyWriteAccess":null}]\
                    """)
                .said("defender", """
                    [{"service":true,"realTime":true,"version":"4.18.23080.2006"}]\
                    """)
                .value("code-integrity", "0")
                .said("quotas", """
                    [{"name":"MaxShellsPerUser","value":"30"},{"name":"MaxProcessesPerShell","value":"25"},{"name":"MaxMemoryPerShellMB","value":"1024"},\
                    {"name":"MaxEnvelopeSizekb","value":"500"},{"name":"MaxTimeoutms","value":"60000"}]\
                    """)
                .said("time", """
                    Leap Indicator: 0(no warning)
                    Stratum: 3 (secondary reference - syncd by (S)NTP)
                    Source: 10.20.0.2
                    """);
    }

    private String agent() {
        return node.service().isEmpty() ? "" : """
            ,{"name":"%s","state":"Running","start":"Auto","process":2290,"path":"C:\\\\etc\\\\rancher"}\
            """.formatted(node.service());
    }

    private void leftovers(Sheet sheet) {
        var joined = node.isJoined();
        var variables = node.service().equals("rancher-agent")
                ? "[{\"name\":\"CATTLE_SERVER\",\"value\":\"%s\"},{\"name\":\"CATTLE_TOKEN\",\"value\":null}]"
                        .formatted(view.rancher().url())
                : NONE;
        sheet.said("paths", joined ? "[{\"path\":\"C:\\\\etc\\\\rancher\"}]" : NONE)
                .said("environment", variables)
                .said("event-sources", joined ? "[{\"name\":\"%s\"}]".formatted(node.service()) : NONE)
                .said("authorities", NONE);
    }

    /// The same for a host whenever it is asked, and another for each host.
    private String uuid(String what) {
        return UUID.nameUUIDFromBytes((what + host.host()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
