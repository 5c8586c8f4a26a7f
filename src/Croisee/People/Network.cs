using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Croisee.People;

/// <summary>A network prefix (/24, /48) as a keyed hash: enough to slow down a flood, too little to find a person.</summary>
public sealed class Network(IDataProtectionProvider protection)
{
    // The key lives with the process: a hash kept longer than its key links to nothing.
    readonly byte[] key = SHA256.HashData(protection.CreateProtector("network").Protect(RandomNumberGenerator.GetBytes(32)));

    public string Of(HttpContext http) => Convert.ToHexString(HMACSHA256.HashData(key, Prefix(http.Connection.RemoteIpAddress ?? IPAddress.Loopback)))[..24];

    static byte[] Prefix(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.GetAddressBytes()[..(address.AddressFamily == AddressFamily.InterNetwork ? 3 : 6)];
    }
}
