using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Croisee.Tests;

/// <summary>A place where each request comes from another network: for tests that send more forms than one network may.</summary>
public class RoamingPlace : Place
{
    protected override void Tweak(WebApplicationBuilder builder) => builder.Services.AddSingleton<IStartupFilter, AnotherNetworkEachTime>();

    sealed class AnotherNetworkEachTime : IStartupFilter
    {
        int number;

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, then) =>
            {
                var at = (uint)Interlocked.Increment(ref number);
                context.Connection.RemoteIpAddress = new IPAddress([10, (byte)(at >> 8), (byte)at, 1]);
                return then(context);
            });
            next(app);
        };
    }
}
