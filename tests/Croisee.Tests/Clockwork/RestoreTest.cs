using System.Net;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Library.Collections;
using Croisee.Library.Watching;
using Croisee.People;
using Croisee.Surveys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Croisee.Tests.Clockwork;

/// <summary>An older backup comes back: what was erased since is erased again before the first page (S41, F17).</summary>
[Trait("kind", "slow")]
public sealed class RestoreTest : IAsyncLifetime
{
    // One for each test: the last act of one of them is to stop it.
    readonly Place place = new();

    public ValueTask InitializeAsync() => place.InitializeAsync();
    public ValueTask DisposeAsync() => place.DisposeAsync();

    async Task<(WebApplication App, Uri Address)> StartIn(string folder, string erasures)
    {
        var app = Program.Build(demo: true, new Settings("http://127.0.0.1:0", "http://localhost", folder, null, Bench: false), builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(place.Clock);
            builder.Configuration[ErasureList.SettingName] = erasures;
        });
        await Serving.Prepare(app.Services);
        await app.StartAsync();
        return (app, new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
    }

    static async Task<T> With<T>(WebApplication app, Func<AppDb, Task<T>> work)
    {
        using var scope = app.Services.CreateScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    [Fact]
    public async Task A_base_that_knows_less_than_the_list_is_put_right_and_an_unreadable_line_stops_nothing()
    {
        var call = await place.Given.AnOpenCall();
        var (taken, down, told) = (await place.Given.APublishedSheet(call, "Celle de la liste"), await place.Given.APublishedSheet(call, "Celle que l’organisme ôta"), await place.Given.APublishedSheet(call, "Celle aux coordonnées neuves"));
        var now = Croisee.Data.Clock.UtcNow(place.Clock);
        await place.Given.AContact(told, "neuve@example.org");
        await place.With(async s =>
        {
            var list = s.GetRequiredService<ErasureList>();
            list.Add([new(now, Croisee.Experiences.Acts.Withdrawn, taken.Id), new(now, Croisee.Library.Acts.TakenDown, down.Id), new(now.AddDays(-1), Croisee.Experiences.Acts.ContactErased, told.Id), new(now, Croisee.Experiences.Acts.Withdrawn, Guid.CreateVersion7())]);
            await File.AppendAllTextAsync(list.File, "2027-03-1", TestContext.Current.CancellationToken);
            list.Add([new(now, "acte.inconnu", told.Id)]);
            Assert.Equal(5, list.Read().Count);
            await KeepErasures.DoAgain(s);
            return 0;
        });
        Assert.Contains("retirée par ses auteurs", (await place.Browser().Open($"/experiences/{taken.Reference}")).TextContent, StringComparison.Ordinal);
        Assert.Contains("retirée par l’organisme", (await place.Browser().Open($"/experiences/{down.Reference}")).TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await place.Browser().Open($"/experiences/{told.Reference}")).Status);
        Assert.Equal("neuve@example.org", (await place.Given.TheContactOf(told))!.Details.Email);

        // Its authors agree to a page again: the line about the day it was taken down does not take it down once more.
        await place.Given.ItPassed(down, Croisee.Experiences.ExperienceState.ApprovalAsked);
        await place.Given.ItWasPublished(down);
        await place.With(async s => { await KeepErasures.DoAgain(s); return 0; });
        Assert.Equal(HttpStatusCode.OK, (await place.Browser().Open($"/experiences/{down.Reference}")).Status);
    }

    /// <summary>What a person erased one by one: a signed answer, a followed search with an account and without, a collection.</summary>
    [Fact]
    public async Task What_was_erased_one_by_one_is_erased_again()
    {
        var person = await place.Given.AnAccount("Une personne qui range");
        using var reader = await place.Given.SignedIn(person);
        var now = Croisee.Data.Clock.UtcNow(place.Clock);
        var search = new SavedSearch(person.Id, "Le potager", "q=potager", SearchPace.Weekly, now);
        var other = new SavedSearch(null, "Le tricot", "q=tricot", SearchPace.Weekly, now);
        other.AskAt("sans.compte@example.org", now);
        other.Address!.Confirm(now);
        var collection = new Collection(Guid.CreateVersion7(), person.Id, "Un dossier à ne pas revoir", null, now);
        await place.Given.Added(search, other, collection);
        await (await reader.Open($"/recherches/{search.Reference}/effacer")).Form("Arrêter").Send();
        await place.With(async s => { var db = s.GetRequiredService<AppDb>(); await s.GetRequiredService<StopSearch>().ByLink(await db.SavedSearches.Include(x => x.Address).SingleAsync(x => x.Id == other.Id), "sans.compte@example.org"); return 0; });
        await (await reader.Open($"/dossiers/{collection.Reference}/effacer")).Form("Effacer ce dossier").Send();
        Assert.Equal((0, 0), await Left());
        var erased = await place.Db(db => db.JournalEntries.AsNoTracking().Where(e => e.Act == Croisee.Library.Acts.SearchStopped || e.Act == Croisee.Library.Acts.CollectionDeleted).Select(e => new Erasure(e.At, e.Act, e.SubjectId)).ToListAsync());
        Assert.Equal(new HashSet<Guid> { search.Id, other.Id, collection.Id }, erased.Select(e => e.Subject).ToHashSet());

        // They come back, as from a base that stops before: what the list says and this journal does not.
        var (again, orphan, kept) = (new SavedSearch(person.Id, "Le verger", "q=verger", SearchPace.Weekly, now), new SavedSearch(null, "Le fil", "q=fil", SearchPace.Weekly, now), new Collection(Guid.CreateVersion7(), person.Id, "Un autre dossier", null, now));
        orphan.AskAt("autre.sans.compte@example.org", now);
        await place.Given.Added(again, orphan, kept);
        var signed = await place.Given.TheySigned(await place.Given.AnOpenSurvey(content: Given.EveryKind, agreed: "Le conseil, le 3 novembre."), "Zoé");
        await place.With(async s =>
        {
            s.GetRequiredService<ErasureList>().Add([new(now, Croisee.Library.Acts.SearchStopped, again.Id), new(now, Croisee.Library.Acts.SearchStopped, orphan.Id), new(now, Croisee.Library.Acts.CollectionDeleted, kept.Id), new(now, Croisee.Surveys.Acts.SignedErased, signed.Id)]);
            for (var start = 0; start < 2; start++) await KeepErasures.DoAgain(s);
            return 0;
        });
        Assert.Equal((0, 0), await Left());
        Assert.False(await place.Db(db => db.SignedSheets.AnyAsync(x => x.Id == signed.Id)));
        Assert.Equal(1, await place.Db(db => db.JournalEntries.CountAsync(e => e.SubjectId == signed.Id && e.Act == Croisee.Surveys.Acts.SignedErased)));

        Task<(int, int)> Left() => place.Db(async db => (await db.SavedSearches.CountAsync(), await db.Collections.CountAsync()));
    }

    [Fact]
    public async Task What_a_list_of_before_had_no_word_for_comes_to_it_from_the_whole_journal()
    {
        var (now, word) = (Croisee.Data.Clock.UtcNow(place.Clock), Guid.CreateVersion7());
        await place.Db(db =>
        {
            db.RecordErased<Croisee.Library.ReaderWord>(now.AddDays(-40), Actor.System, Croisee.Library.Acts.WordErased, word);
            return db.SaveChangesAsync();
        });
        var list = new ErasureList(place.Storage, new ConfigurationBuilder().AddInMemoryCollection([new(ErasureList.SettingName, Path.Combine(place.Storage.DataFolder, "liste.effacements"))]).Build());
        list.Add([new(now, Croisee.Experiences.Acts.Withdrawn, Guid.CreateVersion7())]);
        using var keep = ActivatorUtilities.CreateInstance<KeepErasures>(place.App.Services, list);
        await keep.StopAsync(TestContext.Current.CancellationToken);
        Assert.Contains(list.Read(), e => e.Subject == word);
    }

    [Fact]
    public async Task What_was_erased_since_the_backup_is_erased_again()
    {
        // The copy of a base is made by SQLite here; what is done again is the same on both.
        if (Place.PostgresServer is not null) return;
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation);
        var (taken, down, stays) = (await place.Given.APublishedSheet(call, "La fiche reprise"), await place.Given.APublishedSheet(call, "La fiche dépubliée"), await place.Given.APublishedSheet(call, "La fiche qui reste"));
        foreach (var (of, address) in new[] { (stays, "efface@example.org"), (down, "garde@example.org") }) await place.Given.AContact(of, address);
        var leaving = await place.Given.AnAccount("Une personne qui part");
        place.Clock.Advance(TimeSpan.FromDays(1));

        var folder = place.Storage.DataFolder + "-repris";
        Directory.CreateDirectory(folder);
        await using (var reading = new SqliteConnection(place.Storage.ReaderConnection))
        {
            await reading.OpenAsync(TestContext.Current.CancellationToken);
            await using var copy = reading.CreateCommand();
            copy.CommandText = $"vacuum into '{Path.Combine(folder, "croisee.db")}'";
            await copy.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        foreach (var key in Directory.GetFiles(place.Storage.DataFolder, "croisee.key")) File.Copy(key, Path.Combine(folder, "croisee.key"));

        place.Clock.Advance(TimeSpan.FromDays(2));
        await (await (await place.Given.AnAuthorOf(taken)).Open($"/suivre/fiche/{taken.Reference}/retrait")).Form("Retirer").Send();
        await (await (await place.Given.AnAuthorOf(stays)).Open($"/suivre/fiche/{stays.Reference}/contact/effacer")).Form("Oui, effacer mes coordonnées").Send();
        using (var desk = await place.Given.APerson("Olivia", Role.Organiser, organisation))
            await (await desk.Open($"/bureau/publication/{down.Reference}/retrait")).Form("Retirer du répertoire").Fill("Pourquoi la retirer ?", "Une personne y est reconnaissable.").Send();
        await place.With(async s => { await s.GetRequiredService<CloseAccount>().Run(await s.GetRequiredService<AppDb>().Persons.SingleAsync(p => p.Id == leaving.Id)); return 0; });
        await place.App.StopAsync(TestContext.Current.CancellationToken);

        var erasures = place.Storage.DataFolder + ErasureList.Ending;
        var lines = (await File.ReadAllLinesAsync(erasures, TestContext.Current.CancellationToken)).Where(l => l.Length > 0).ToList();
        Assert.Equal(4, lines.Count);
        Assert.All(lines, l => Assert.Matches(@"^2027-03-18T[0-9:.]+Z (experience\.retiree|contact\.efface|fiche\.retiree-par-organisme|compte\.ferme) [0-9a-f-]{36}$", l));

        place.Clock.Advance(TimeSpan.FromDays(3));
        var entries = 0;
        foreach (var start in new[] { 1, 2 })
        {
            var (app, address) = await StartIn(folder, erasures);
            await using var restored = app;
            using var anyone = new Browser(address);
            var gone = await anyone.Open($"/experiences/{taken.Reference}");
            Assert.Equal(HttpStatusCode.Gone, gone.Status);
            Assert.Contains("retirée par ses auteurs le 18 mars 2027", gone.TextContent, StringComparison.Ordinal);
            var unpublished = await anyone.Open($"/experiences/{down.Reference}");
            Assert.Equal(HttpStatusCode.Gone, unpublished.Status);
            Assert.Contains("retirée par l’organisme", unpublished.TextContent, StringComparison.Ordinal);
            var found = (await anyone.Open("/repertoire?q=fiche")).TextContent;
            Assert.Contains("La fiche qui reste", found, StringComparison.Ordinal);
            Assert.DoesNotContain("La fiche reprise", found, StringComparison.Ordinal);
            using (var scope = app.Services.CreateScope())
            {
                var contacts = scope.ServiceProvider.GetRequiredService<Croisee.Experiences.ContactStore>();
                Assert.False(await contacts.Exists(stays.Id));
                Assert.True(await contacts.Exists(down.Id));
            }
            Assert.True((await With(app, db => db.Persons.AsNoTracking().SingleAsync(p => p.Id == leaving.Id))).IsClosed);
            // Done once: a second start finds nothing to do.
            var now = await With(app, db => db.JournalEntries.CountAsync(e => e.Act == Croisee.Experiences.Acts.Withdrawn || e.Act == Croisee.Library.Acts.TakenDown || e.Act == Croisee.Experiences.Acts.ContactErased || e.Act == Croisee.People.Acts.AccountClosed));
            Assert.Equal(start == 1 ? 4 : entries, now);
            entries = now;
            await app.StopAsync(TestContext.Current.CancellationToken);
        }
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
