package dev.muster.probe;

/// The answer of a healthy Windows Server 2019 with Docker, in the lines that `probe.ps1` promises. Written by hand
/// after the shapes that Microsoft documents; no Windows took part.
public final class GivenWindows {

    private GivenWindows() {}

    public static Facts facts() {
        return WindowsFactsReader.read(
                Printed.output(String.join("\n", healthy().lines()) + "\n.\n"));
    }

    static Printed healthy() {
        return Printed.empty()
                .line("@hostname win1")
                .line("@netbios WIN1")
                .line("@next-name WIN1")
                .line("@architecture AMD64")
                .line("@machine-id 0f6c8a70-6b1d-4b5e-9d0e-2f2f4a7f1c11")
                .line("@system-drive C:")
                .line("@ui-language en-US")
                .line("@powershell 5.1.17763.1")
                .line("@dotnet 461814")
                .line("@language-mode FullLanguage")
                .line("@elevated yes")
                .said("zone", "W. Europe Standard Time")
                .line("@product-uuid 4C4C4544-0043-3010-8052-B4C04F564231")
                .line("@pipe yes")
                .line("@source 10.0.0.21")
                .line("@code-integrity 0")
                .line("!cattle-id missing Cannot find path.")
                .line("!wins-server missing Cannot find path.")
                .said("proxies", "")
                .said("wildcard", "", "2")
                .said("identity", """
                    [{"sid":"S-1-5-21-1-2-3-500","name":"WIN1\\\\Administrator","signedIn":"NTLM"}]\
                    """)
                .said("version", """
                    [{"revision":1817,"installation":"Server Core","build":"17763","edition":"ServerStandard",\
                    "release":null,"releaseId":"1809"}]\
                    """)
                .said("policies", """
                    [{"policy":"Undefined","scope":"MachinePolicy"},{"policy":"RemoteSigned","scope":"LocalMachine"}]\
                    """)
                .said("pending", """
                    [{"source":"servicing","pending":false},{"source":"update","pending":false},\
                    {"source":"file-renames","pending":false},{"source":"rename","pending":false}]\
                    """)
                .said("uac", "[{\"enabled\":1,\"filterPolicy\":null}]")
                .said("tls", """
                    [{"protocols":"SystemDefault","strongCrypto":null,"systemDefault":null,"enabled":null,\
                    "disabledByDefault":null}]\
                    """)
                .said("bitlocker", "[{\"denyWriteAccess\":null}]")
                .said("os", """
                    [{"caption":"Microsoft Windows Server 2019 Standard","version":"10.0.17763",\
                    "boot":"2026-11-20T05:12:33.5000000Z","memory":8589328384,"free":4294967296,"languages":["en-US"]}]\
                    """)
                .said("processors", """
                    [{"name":"Intel(R) Xeon(R)","cores":2,"threads":4},{"name":"Intel(R) Xeon(R)","cores":2,"threads":4}]\
                    """)
                .said("machine", """
                    [{"manufacturer":"VMware, Inc.","model":"VMware7,1","hypervisor":true,"domain":"WORKGROUP",\
                    "joined":false}]\
                    """)
                .said("disks", """
                    [{"device":"C:","size":107374182400,"free":64424509440,"type":"NTFS"}]\
                    """)
                .said("services", """
                    [{"name":"docker","state":"Running","start":"Auto","process":2204,\
                    "path":"\\"C:\\\\Program Files\\\\Docker\\\\dockerd.exe\\" --run-service"},\
                    {"name":"W32Time","state":"Running","start":"Auto","process":980,"path":"svchost.exe"},\
                    {"name":"WinRM","state":"Running","start":"Auto","process":1044,"path":"svchost.exe"}]\
                    """)
                .said("antivirus", "[]")
                .said("processes", """
                    [{"id":4,"name":"System"},{"id":2204,"name":"dockerd"},{"id":1044,"name":"svchost"}]\
                    """)
                .said("features", """
                    [{"name":"Containers","state":"Installed"},{"name":"Hyper-V","state":"Available"}]\
                    """)
                .said("docker", """
                    {"Client":{"Version":"18.09.6"},"Server":{"Version":"18.09.6","Os":"windows"}}\
                    """)
                .said("docker-error", "")
                .said("docker-info", """
                    {"Driver":"windowsfilter","DockerRootDir":"C:\\\\ProgramData\\\\docker","KernelVersion":"10.0 17763"}\
                    """)
                .said("addresses", """
                    [{"device":"Ethernet0","address":"10.0.0.21","prefix":24,"origin":"Manual","state":"Preferred"},\
                    {"device":"Ethernet1","address":"10.9.0.7","prefix":16,"origin":"Dhcp","state":"Preferred"},\
                    {"device":"Ethernet0","address":"fe80::1c2d:3e4f:5a6b:7c8d%5","prefix":64,"origin":"WellKnown",\
                    "state":"Preferred"}]\
                    """)
                .said("routes", """
                    [{"destination":"0.0.0.0/0","gateway":"10.0.0.1","device":"Ethernet0"},\
                    {"destination":"10.0.0.0/24","gateway":"0.0.0.0","device":"Ethernet0"}]\
                    """)
                .said("listeners", """
                    [{"protocol":"tcp","address":"::","port":5986,"process":4},\
                    {"protocol":"udp","address":"0.0.0.0","port":123,"process":980}]\
                    """)
                .said("resolvers", """
                    [{"device":"Ethernet0","servers":["10.0.0.2","10.0.0.3"]}]\
                    """)
                .said("adapters", """
                    [{"name":"Ethernet0","description":"vmxnet3","state":"Up","mtu":1500}]\
                    """)
                .said("profiles", "[{\"device\":\"Ethernet0\",\"category\":\"Private\"}]")
                .said("firewall", """
                    [{"name":"Domain","enabled":"True","inbound":"NotConfigured","localRules":"NotConfigured"},\
                    {"name":"Public","enabled":"False","inbound":"Block","localRules":"False"}]\
                    """)
                .said("rules", "[]")
                .said("defender", "[{\"service\":true,\"realTime\":true,\"version\":\"4.18.2009.7\"}]")
                .said("quotas", """
                    [{"name":"MaxShellsPerUser","value":"2147483647"},{"name":"IdleTimeout","value":"7200000"}]\
                    """)
                .said("hns", "[{\"name\":\"nat\",\"type\":\"nat\",\"id\":\"b5f8\"}]")
                .said("nat", "[{\"name\":\"H0a1b\",\"prefix\":\"172.20.0.0/16\"}]")
                .said("time", "Sprungindikator: 0(keine Warnung)\r\nStratum: 4 (Sekund\u00e4rreferenz)\r\n")
                .said("paths", "[]")
                .said("environment", "[]")
                .said("event-sources", "[]")
                .said("authorities", "[]");
    }
}
