using System.Net;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Library;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>What is written in the instant of a withdrawal goes with the sheet; numbers of entry appear in their order.</summary>
public sealed class BesideSheetTest(Place place) : IClassFixture<Place>
{
    async Task Withdrawn(GivenExperience given) => await (await (await place.Given.AnAuthorOf(given)).Open($"/suivre/fiche/{given.Reference}/retrait")).Form("Retirer").Send();

    Task<int> Written(GivenExperience given) => place.Db(async db => await db.ReaderWords.CountAsync(w => w.SheetId == given.Id) + await db.News.CountAsync(n => n.SheetId == given.Id) + await db.SheetLinks.CountAsync(l => l.SheetId == given.Id));

    [Fact]
    public async Task Is_not_saved_once_the_sheet_left_though_it_was_there_when_the_page_was_opened()
    {
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Celle qui part pendant qu’on écrit");
        var now = place.Clock.UtcNow();
        Assert.False(await place.Db(async db =>
        {
            var word = new ReaderWord(given.Id, "essai", ReaderWordKind.Question, "Comment avez-vous fait ?", null, now);
            db.ReaderWords.Add(word);
            db.Record(now, Actor.System, "donnee.de.test", word);
            await Withdrawn(given);
            return await db.SaveBeside(given.Id);
        }));
        await place.With(async s =>
        {
            var sheet = await s.GetRequiredService<AppDb>().Sheets.AsNoTracking().SingleAsync(x => x.Id == given.Id);
            await s.GetRequiredService<TellNews>().Run(sheet, "essai", new(News.Alive), null, Actor.System);
            return 0;
        });
        Assert.Equal(0, await Written(given));
    }

    [Fact]
    public async Task Is_shown_no_more_and_goes_when_it_came_between()
    {
        var organisation = await place.Given.AnOrganisation();
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(organisation), "Celle qui est partie");
        await Withdrawn(given);
        var word = new ReaderWord(given.Id, "essai", ReaderWordKind.Question, "Comment avez-vous fait ?", null, place.Clock.UtcNow());
        await place.Given.Added(word);
        var moderator = await place.Given.APerson("Maud", Role.Moderator, organisation);
        var refused = await (await moderator.Open($"/bureau/moderation/paroles/{word.Id}")).Form("Enregistrer").Choose("Publier sur la fiche").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("n’est plus publiée", refused.Errors[0]);
        await place.Db(async db => { await db.ForgetBeside(given.Id); return 0; });
        Assert.Equal(0, await Written(given));
    }

    /// <summary>A save that waits for the lock has no number yet: whoever is before it has a lower one. Only the engine that writes on several connections could say otherwise.</summary>
    [Fact]
    public async Task Takes_its_number_of_entry_under_the_lock()
    {
        if (Place.PostgresServer is null) return;
        var cancel = TestContext.Current.CancellationToken;
        await using var first = new NpgsqlConnection(place.Storage.ConnectionString);
        await using var second = new NpgsqlConnection(place.Storage.ConnectionString);
        await first.OpenAsync(cancel);
        await second.OpenAsync(cancel);
        await using var held = await first.BeginTransactionAsync(cancel);
        await using (var hold = new NpgsqlCommand("update search_state set version = version", first)) await hold.ExecuteNonQueryAsync(cancel);
        var waiting = Enter(second);
        await using (var ask = new NpgsqlCommand("select count(*) from pg_locks where not granted and pid = " + second.ProcessID, first))
            while ((long)(await ask.ExecuteScalarAsync(cancel))! == 0) await Task.Delay(20, cancel);
        var before = await Enter(first);
        await held.CommitAsync(cancel);
        Assert.True(before < await waiting);

        async Task<int> Enter(NpgsqlConnection on)
        {
            await using var enter = new NpgsqlCommand("insert into searched_sheets (id, title, text, codes, published_on, shown) values (gen_random_uuid(), '', '', '', current_date, false) returning no", on);
            return (int)(await enter.ExecuteScalarAsync(cancel))!;
        }
    }
}
