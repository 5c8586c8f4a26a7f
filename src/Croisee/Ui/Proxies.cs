using System.Net;
using Croisee.Data;
using Microsoft.AspNetCore.HttpOverrides;

namespace Croisee.Ui;

/// <summary>
/// Servers in front of this one that may say for whom they ask (CROISEE_PROXIES: addresses or networks, separated by commas). What anybody else says is not
/// heard: a stranger could give each of their tries another address (S28). Without it, everybody behind a proxy would be one network.
/// </summary>
static class Proxies
{
    public const string Setting = "CROISEE_PROXIES";

    public static void UseProxies(this WebApplication app)
    {
        if (app.Configuration[Setting] is not { Length: > 0 } told) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var one in told.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(one, out var address)) options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(one, out var network)) options.KnownIPNetworks.Add(network);
            else throw new CannotServe($"{Setting} : « {one} » n’est ni une adresse (192.0.2.10) ni un réseau (192.0.2.0/24).");
        }
        app.UseForwardedHeaders(options);
    }
}
