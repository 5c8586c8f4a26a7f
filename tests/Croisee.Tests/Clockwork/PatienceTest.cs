using System.Net;
using Croisee.Data;
using Croisee.Library;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Clockwork;

/// <summary>A save that waits too long behind a long one is refused with what was typed, and what was refused is never stored later (F07).</summary>
public sealed class PatienceTest(PatienceTest.Impatient place) : IClassFixture<PatienceTest.Impatient>
{
    public sealed class Impatient : WatchedPlace
    {
        protected override Storage Tuned(Storage storage) => storage with { Patience = TimeSpan.FromSeconds(4) };
    }

    Task<int> Stored(GivenExperience given) => place.Db(db => db.Set<ReaderWord>().CountAsync(w => w.SheetId == given.Id));

    [Fact]
    public async Task What_waits_too_long_is_refused_and_never_stored()
    {
        // There the pool writes at several places at once, and the server has time limits of its own.
        if (Place.PostgresServer is not null) return;
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "La fiche de la file d’attente");
        var form = (await place.Browser().Open($"/experiences/{given.Reference}/question")).Form("Envoyer").Choose("Poser une question aux auteurs").Fill("Votre message", "Une question qui attend");
        place.Clock.Advance(TimeSpan.FromMinutes(11));
        await place.Given.TheClockworkStopped();

        using var gate = new ManualResetEventSlim();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = place.Db(db => db.Write(_ => { begun.SetResult(); gate.Wait(); return 1; }));
        await begun.Task;
        var refused = await form.Send(follow: false);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.NotNull(refused.Response.Headers.RetryAfter);
        Assert.Contains("Votre texte est encore là", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("Une question qui attend", refused.Form("Envoyer").Value("Votre message"));

        gate.Set();
        // What has begun is waited for, however long it takes: it is stored, and its caller hears so.
        Assert.Equal(1, await held);
        // Whatever still waited in front of this one has had its turn.
        await place.Db(db => db.Write(_ => 0));
        Assert.Equal(0, await Stored(given));
        Assert.Contains("Merci", (await refused.Form("Envoyer").Send()).TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await Stored(given));
    }
}
