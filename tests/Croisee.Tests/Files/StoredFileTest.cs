using Croisee.Files;
using Croisee.Rules;
using Xunit;

namespace Croisee.Tests.Files;

[Trait("kind", "pure")]
public class StoredFileTest
{
    static StoredFile File() => new(new string('a', 32), FileKind.Jpeg, 12, new string('b', 64), "photo.jpg", false, new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void Waits_without_counting_while_the_antivirus_is_down()
    {
        var file = File();
        for (var i = 0; i < 100; i++) file.Note(new(ScanState.Unavailable));
        Assert.Equal((FileState.Quarantine, 0), (file.State, file.Tries));
        file.Note(new(ScanState.Clean));
        Assert.True(file.IsClean && file.Scanned && !file.NeedsScan);
    }

    [Fact]
    public void Is_set_aside_after_three_scans_without_an_answer_and_may_be_tried_again()
    {
        var file = File();
        file.Note(new(ScanState.Failed));
        file.Note(new(ScanState.Failed));
        Assert.Equal((FileState.Quarantine, 2), (file.State, file.Tries));
        Assert.Throws<RuleBroken>(file.TryAgain);
        file.Note(new(ScanState.Failed));
        Assert.Equal((FileState.Refused, Refusal.CouldNotBeScanned, true), (file.State, file.Reason, file.IsIsolated));
        Assert.Throws<InvalidOperationException>(() => file.Note(new(ScanState.Clean)));
        file.TryAgain();
        Assert.Equal((FileState.Quarantine, null, 0), (file.State, file.Reason, file.Tries));
    }

    [Fact]
    public void Is_refused_for_good_when_infected_even_after_being_taken_on_trust()
    {
        var file = File();
        file.Note(new(ScanState.NotConfigured));
        Assert.True(file.IsClean && !file.Scanned);
        file.Note(new(ScanState.Infected, new string('x', 500)));
        Assert.Equal((FileState.Refused, Refusal.Infected, 200), (file.State, file.Reason, file.Threat!.Length));
        Assert.Throws<RuleBroken>(file.TryAgain);
    }

    [Fact]
    public void Is_published_only_when_clean_with_rights_and_an_alternative_text()
    {
        var file = File();
        Assert.Equal([PublicationGap.NotClean, PublicationGap.RightsStatement, PublicationGap.AlternativeText], file.GapsBeforePublication());
        file.Note(new(ScanState.Clean));
        file.Describe("Photo de l’équipe, avec l’accord de toutes les personnes.", "  ");
        Assert.Equal([PublicationGap.AlternativeText], file.GapsBeforePublication());
        file.Describe(file.RightsStatement, " Six personnes autour d’une table. ");
        Assert.Empty(file.GapsBeforePublication());
        Assert.Equal("Six personnes autour d’une table.", file.AlternativeText);
    }

    [Fact]
    public void Refuses_texts_that_are_too_long_and_names_the_field()
    {
        var broken = Assert.Throws<RuleBroken>(() => File().Describe(new string('a', 501), null));
        Assert.Equal(nameof(StoredFile.RightsStatement), broken.Field);
        File().Describe(new string('a', 500), new string('b', 1000));
    }
}
