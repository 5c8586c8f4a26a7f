using Croisee.Data;
using Croisee.Library;
using Croisee.Library.Watching;
using Croisee.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>A search that somebody follows is compared with what changed since it was last looked at, and not with the whole library each half hour.</summary>
public sealed class LookedAtTest(Place place) : IClassFixture<Place>
{
    sealed class Counted(ISheetSearch search) : ISheetSearch
    {
        public List<int> Walks { get; } = [];
        public Task<SearchAnswer> AskAsync(SearchQuestion question, CancellationToken stop = default) => search.AskAsync(question, stop);
        public Task<SearchCrossing> CrossAsync(SearchQuestion question, string rows, string columns, CancellationToken stop = default) => search.CrossAsync(question, rows, columns, stop);
        public Task<IReadOnlyList<NearSheet>> NearAsync(NearQuestion question, CancellationToken stop = default) => search.NearAsync(question, stop);

        public Task<SearchWalk> WalkAsync(SearchQuestion question, int after, int most, CancellationToken stop = default)
        {
            Walks.Add(after);
            return search.WalkAsync(question, after, most, stop);
        }
    }

    Task<List<int>> Walked() => place.With(async s =>
    {
        var counted = new Counted(s.GetRequiredService<ISheetSearch>());
        await new TellFound(s.GetRequiredService<AppDb>(), counted, s.GetRequiredService<MailSettings>(), s.GetRequiredService<EndLinks>(), place.Clock).Run(CancellationToken.None);
        return counted.Walks;
    });

    async Task<int> Published(string title)
    {
        place.Clock.Advance(TimeSpan.FromMinutes(1));
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), title);
        return await place.Db(db => { var searched = db.SearchedSheets; return db.Sheets.Where(s => s.Reference == given.Reference).Join(searched, s => s.Id, x => x.Id, (_, x) => x.No).SingleAsync(); });
    }

    [Fact]
    public async Task Begins_where_it_stopped_and_rests_while_the_library_does()
    {
        await place.Given.TheClockworkStopped();
        var account = await place.Given.AnAccount("Noa");
        using var reader = await place.Given.SignedIn(account);
        await (await reader.Open("/repertoire/suivre?q=verger")).Form("Suivre").Choose("Dès qu’une fiche paraît").Send();
        await Published("Le verger du nord");
        await Published("Le verger du sud");
        Assert.Single(await Walked());
        Assert.Empty(await Walked());
        var third = await Published("Le verger de l’ouest");
        Assert.Equal([third - 1], await Walked());
        Assert.Equal(3, await place.Db(db => db.ToldSheets.CountAsync()));
        // What is told otherwise since is looked at as well: it may answer now.
        await place.Db(async db => { (await db.SearchedSheets.SingleAsync(s => s.No == third)).Show("Le verger de l’ouest", "verger", [], place.Clock.ParisToday()); return await db.SaveChangesAsync(); });
        Assert.Equal([third - 1], await Walked());
        Assert.Equal(3, await place.Db(db => db.ToldSheets.CountAsync()));
    }
}
