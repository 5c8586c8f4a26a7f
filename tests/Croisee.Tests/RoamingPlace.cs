using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Croisee.Tests;

/// <summary>A place that remembers what broke, and where each request comes from another network: for tests that send more forms than one network may.</summary>
public class RoamingPlace : Place
{
    readonly LastBroken broken = new();

    /// <summary>While true every request comes from one and the same network.</summary>
    public bool StaysAtHome { get; set; }

    /// <summary>What the log last said of something that broke, in one line.</summary>
    public string LastError => broken.Line;

    protected override void Tweak(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IStartupFilter>(new AnotherNetworkEachTime(this));
        builder.Logging.AddProvider(broken);
    }

    sealed class LastBroken : ILoggerProvider, ILogger
    {
        public string Line { get; private set; } = "";
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;
        public void Dispose() { }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Error && exception is not null)
                Line = $"{exception.GetType().Name}: {exception.Message.Split('\n')[0]} {exception.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Croisee.", StringComparison.Ordinal))?.Trim()}";
        }
    }

    sealed class AnotherNetworkEachTime(RoamingPlace place) : IStartupFilter
    {
        int number;

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, then) =>
            {
                var at = place.StaysAtHome ? 0 : (uint)Interlocked.Increment(ref number);
                context.Connection.RemoteIpAddress = new IPAddress([10, (byte)(at >> 8), (byte)at, 1]);
                return then(context);
            });
            next(app);
        };
    }
}
