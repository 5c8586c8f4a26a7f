using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Croisee.Tests.Surveys.Attack;

/// <summary>A place that logs as much as its settings can make it log, into memory.</summary>
public sealed class AttackedPlace : Place
{
    readonly Lines lines = new();

    public string Log => string.Join('\n', lines.Kept);

    protected override void Tweak(WebApplicationBuilder builder)
    {
        // Longer than the product's own filters of a category, so that they win over them.
        string[] loud = ["Default", "Microsoft", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Server", "Microsoft.AspNetCore.Antiforgery", "Microsoft.AspNetCore.DataProtection",
            "Microsoft.EntityFrameworkCore.Database", "Microsoft.EntityFrameworkCore.Update", "Microsoft.EntityFrameworkCore.ChangeTracking", "Microsoft.EntityFrameworkCore.Query"];
        builder.Configuration.AddInMemoryCollection(loud.Select(l => new KeyValuePair<string, string?>("Logging:LogLevel:" + l, nameof(LogLevel.Trace))));
        builder.Logging.AddProvider(lines);
    }

    sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Kept { get; } = new();
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Kept.Enqueue($"{formatter(state, exception)} {exception}");
        public void Dispose() { }
    }
}
