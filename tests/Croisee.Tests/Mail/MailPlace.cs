using System.Collections.Concurrent;
using System.Net.Mail;
using Croisee.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Croisee.Tests.Mail;

/// <summary>A place whose mail server does as it is told, and whose log is kept.</summary>
public sealed class MailPlace : Place
{
    public MovableServer Server { get; } = new();
    public ConcurrentQueue<string> Log { get; } = new();

    protected override void Tweak(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ITransport>(Server);
        builder.Logging.AddProvider(new Kept(Log));
    }

    public sealed class MovableServer : ITransport
    {
        /// <summary>What it throws, if anything.</summary>
        public volatile Func<OutgoingMail, Exception?> Fault = _ => null;
        public volatile Exception? CannotDescribe;
        public ConcurrentQueue<OutgoingMail> Taken { get; } = new();

        public string Describe() => CannotDescribe is { } broken ? throw broken : "essai";

        public Task Send(OutgoingMail mail, CancellationToken cancel)
        {
            if (Fault(mail) is { } fault) throw fault;
            Taken.Enqueue(mail);
            return Task.CompletedTask;
        }

        public int TakenFor(string address) => Taken.Count(m => m.To == address);

        public static Exception Dead(OutgoingMail mail) => new SmtpException("Failure sending mail.", new System.Net.Sockets.SocketException(111));

        public static Exception Refuses(OutgoingMail mail) => new SmtpFailedRecipientException(SmtpStatusCode.MailboxUnavailable, mail.To, $"550 <{mail.To}> et copie.de.lui@ailleurs.example : inconnus");
    }

    sealed class Kept(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) { if (IsEnabled(logLevel)) lines.Enqueue($"{formatter(state, exception)} {exception?.GetType().Name}"); }
        public void Dispose() { }
    }
}
