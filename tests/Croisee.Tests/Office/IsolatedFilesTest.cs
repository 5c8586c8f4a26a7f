using Croisee.Files;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Office;

/// <summary>A file that the antivirus could not read gets three more tries once somebody has repaired it.</summary>
public sealed class IsolatedFilesTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Are_examined_again_when_the_instance_is_asked()
    {
        var file = new StoredFile(new string('a', 32), FileKind.Pdf, 12, new string('b', 64), "charte.pdf", false, new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc));
        for (var i = 0; i < 3; i++) file.Note(new(ScanState.Failed));
        Assert.True(file.IsIsolated);
        await place.Given.Added(file);
        using var office = await place.Given.APerson("Administre", Role.Administrator);
        var page = await office.Open("/bureau/bilan");
        Assert.Contains("Un fichier est resté à l’écart", page.TextContent, StringComparison.Ordinal);
        var after = await page.Form("Les faire examiner de nouveau").Send();
        Assert.DoesNotContain("resté à l’écart", after.TextContent, StringComparison.Ordinal);
        Assert.Equal(FileState.Quarantine, (await place.Db(db => db.StoredFiles.AsNoTracking().SingleAsync(f => f.Id == file.Id))).State);
    }
}
