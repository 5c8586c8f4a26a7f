using Croisee.Ui;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Croisee.Site;

/// <summary>What the server takes of somebody who sends slowly, or too much (S36, S37). Written here though some are the framework's own today: they are ours to keep.</summary>
static class ServerLimits
{
    /// <summary>A slow telephone sends its headers in a second or two.</summary>
    static readonly TimeSpan Headers = TimeSpan.FromSeconds(20);
    /// <summary>Bytes in a second, once the grace is over: a form that comes slower holds a connection and nothing else.</summary>
    const double SlowestBody = 240;
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Bytes of a first line.</summary>
    const int AddressAtMost = 32 * 1024;

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = FormSizes.WithFile;
        // A search is its address: one that is too long is told so in French by its page, where the server's own limit would answer without a word.
        kestrel.Limits.MaxRequestLineSize = AddressAtMost;
        kestrel.Limits.RequestHeadersTimeout = Headers;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(SlowestBody, Grace);
        // HTTP/2 ends at the proxy that holds the certificate, which has limits of its own for streams: here nobody opens ten thousand of them in one connection.
        kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http1);
    }
}
