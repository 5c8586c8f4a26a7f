using System.Net;
using System.Security.Authentication;
using Croisee.Data;
using Croisee.Jobs;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Croisee.Tests.Mail;

/// <summary>Days without a mail server lose nothing, a refused mail waits five days for a person, and what waits for another machine keeps nothing else waiting (F25).</summary>
public sealed class OutboxTest : IAsyncLifetime
{
    readonly MailPlace place = new();

    public async ValueTask InitializeAsync()
    {
        await place.InitializeAsync();
        await place.Given.TheClockworkStopped();
    }

    public ValueTask DisposeAsync() => place.DisposeAsync();

    async Task Written(params string[] addresses) => await place.Db(async db =>
    {
        foreach (var address in addresses) db.Send(address, new Letter("Essai").Say("Un texte."), place.Clock.UtcNow());
        return await db.SaveChangesAsync();
    });

    Task Round() => place.With(async s => { await s.GetRequiredService<Outbox>().Run(TestContext.Current.CancellationToken); return 0; });

    async Task Rounds(int many, TimeSpan each)
    {
        for (var i = 0; i < many; i++)
        {
            place.Clock.Advance(each);
            await Round();
        }
    }

    Task<List<OutgoingMail>> Mails() => place.Db(db => db.OutgoingMails.AsNoTracking().OrderBy(m => m.Id).ToListAsync());

    [Fact]
    public async Task A_day_or_four_without_a_server_lose_no_mail_and_all_leave_within_ten_minutes_of_its_return()
    {
        var names = Enumerable.Range(0, 60).Select(i => $"patience-{i}@example.org").ToArray();
        place.Server.Fault = MailPlace.MovableServer.Dead;
        await Written(names);
        await Rounds(24 * 12 * 4, TimeSpan.FromMinutes(5));
        Assert.All(await Mails(), m => Assert.Equal((MailState.Waiting, 0), (m.State, m.Tries)));
        place.Server.Fault = _ => null;
        await Rounds(60, TimeSpan.FromSeconds(10));
        Assert.All(await Mails(), m => Assert.Equal(MailState.Sent, m.State));
        Assert.All(names, name => Assert.Equal(1, place.Server.TakenFor(name)));
    }

    [Fact]
    public async Task A_refused_mail_is_given_up_after_five_days_and_leaves_with_all_others_at_one_press()
    {
        place.Server.Fault = MailPlace.MovableServer.Refuses;
        await Written("refusee@example.org", "refusee-aussi@example.org");
        await Rounds(24 * 5 - 1, TimeSpan.FromHours(1));
        Assert.All(await Mails(), m => Assert.Equal(MailState.Waiting, m.State));
        await Rounds(12, TimeSpan.FromHours(1));
        Assert.All(await Mails(), m => Assert.Equal(MailState.Failed, m.State));

        place.Server.Fault = _ => null;
        using var administrator = await place.Given.APerson("Ada", Role.Administrator, await place.Given.TheInstance());
        await (await administrator.Open("/bureau/courriels")).Form("Tout réessayer").Send();
        await Round();
        Assert.All(await Mails(), m => Assert.Equal(MailState.Sent, m.State));
    }

    [Fact]
    public async Task No_address_stands_in_the_log_or_in_the_reason()
    {
        place.Server.Fault = MailPlace.MovableServer.Refuses;
        await Written("contributrice@secret.example");
        await Round();
        var reason = (await Mails()).Single().LastError!;
        Assert.Contains("inconnus", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("@", reason, StringComparison.Ordinal);
        Assert.Contains(place.Log, l => l.Contains("inconnus", StringComparison.Ordinal));
        Assert.DoesNotContain(place.Log, l => l.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_cannot_be_trusted_or_never_answers_is_away()
    {
        await Written("attente@example.org");
        foreach (var fault in new Exception[] { new AuthenticationException("certificat"), new OperationCanceledException(), new TimeoutException() })
        {
            place.Server.Fault = _ => fault;
            await Round();
            Assert.All(await Mails(), m => Assert.Equal((MailState.Waiting, 0, true), (m.State, m.Tries, m.IsHeld)));
            place.Clock.Advance(OutgoingMail.WaitForServer);
        }
    }

    [Fact]
    public async Task A_code_leaves_first_and_a_farewell_leaves_no_row_behind()
    {
        place.Server.Fault = MailPlace.MovableServer.Dead;
        await Written("un@example.org", "deux@example.org");
        await place.Db(async db => { db.Send("code@example.org", new Letter("Votre code").Code("123 456"), place.Clock.UtcNow()); return await db.SaveChangesAsync(); });
        await Round();
        place.Clock.Advance(OutgoingMail.WaitForServer);
        place.Server.Fault = _ => null;
        await Round();
        Assert.Equal("code@example.org", place.Server.Taken.First().To);

        await place.Db(async db => { db.Send("adieu@example.org", new Letter("Adieu") { IsLast = true }.Say("Adieu."), place.Clock.UtcNow()); return await db.SaveChangesAsync(); });
        await place.With(async s => { await new Outbox(s.GetRequiredService<AppDb>(), place.Server, s.GetRequiredService<MailSettings>() with { KeepsSentText = false }, place.Clock, NullLogger<Outbox>.Instance).Run(TestContext.Current.CancellationToken); return 0; });
        Assert.Equal(1, place.Server.TakenFor("adieu@example.org"));
        Assert.DoesNotContain(await Mails(), m => m.To == "adieu@example.org" && m.State != MailState.Sent);
    }

    [Fact]
    public async Task Several_hands_gather_the_same_notices_into_one_mail()
    {
        await place.Db(async db =>
        {
            for (var i = 0; i < 5; i++) db.Notify("membre@example.org", $"Nouvelle {i}", "/bureau", place.Clock.UtcNow());
            return await db.SaveChangesAsync();
        });
        place.Clock.Advance(Bundles.Window);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => place.With(async s => { await s.GetRequiredService<Bundles>().Run(TestContext.Current.CancellationToken); return 0; }))));
        Assert.Equal("Croisée : 5 nouvelles", Assert.Single(await Mails()).Subject);
        Assert.Equal(0, await place.Db(db => db.Notices.CountAsync(n => n.BundledAt == null)));
    }

    [Fact]
    public async Task A_job_that_waits_for_another_machine_keeps_no_other_waiting()
    {
        var (stuck, ran) = (new TaskCompletionSource(), new TaskCompletionSource());
        JobDefinition[] jobs =
        [
            new("essai bloqué", TimeSpan.FromSeconds(1), (_, stop) => stuck.Task.WaitAsync(stop), OwnLoop: true),
            new("essai libre", TimeSpan.FromSeconds(1), (_, _) => { ran.TrySetResult(); return Task.CompletedTask; }),
        ];
        using var runner = new JobRunner(place.App.Services.GetRequiredService<IServiceScopeFactory>(), jobs, new JobBell(), place.Clock, NullLogger<JobRunner>.Instance);
        await runner.StartAsync(TestContext.Current.CancellationToken);
        await ran.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await runner.StopAsync(TestContext.Current.CancellationToken);
        // Somebody waits at a door for the second; the third waits for the antivirus.
        foreach (var own in new[] { Croisee.Mail.Room.SendJob, SendSignInCodes.Job, Croisee.Experiences.Room.ScanJob })
            Assert.True(place.App.Services.GetServices<JobDefinition>().Single(j => j.Name == own).OwnLoop, own);
    }

    [Fact]
    public async Task A_server_that_takes_the_call_and_says_nothing_is_let_go()
    {
        using var silent = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await Written("silence@example.org");
        var mail = (await Mails()).Single();
        var settings = new MailSettings("ici@example.org", "http://localhost", new Uri($"smtp://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}"), "");
        var failure = await Record.ExceptionAsync(() => new SmtpTransport(settings, TimeSpan.FromMilliseconds(300)).Send(mail, TestContext.Current.CancellationToken));
        Assert.NotNull(failure);
        Assert.Equal(MailFailure.Kind.Away, MailFailure.Of(failure, TestContext.Current.CancellationToken));
    }
}
