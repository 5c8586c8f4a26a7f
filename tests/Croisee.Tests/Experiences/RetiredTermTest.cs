using Croisee.Experiences;
using Croisee.Experiences.Answers;
using Croisee.Review;
using Croisee.Tests.Framework;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>An instance retires a word: forms offer it no more, and whoever chose it before loses nothing by saving again.</summary>
public sealed class RetiredTermTest(Place place) : IClassFixture<Place>
{
    const string Public = "PUB_HABITANTS", Range = "TR_11_20", Degree = "D3_CONCERTATION", Register = "REG4_INITIATIVE";

    async Task Retire(params string[] codes)
    {
        using var admin = await place.Administrator($"{codes[0].ToLowerInvariant()}@example.org");
        foreach (var code in codes) Assert.Empty((await (await admin.Open($"/bureau/cadre/{code}")).Form("Enregistrer").Choose("Non").Fill("Pourquoi ce changement ?", "Un autre mot convient mieux").Send()).Errors);
    }

    [Fact]
    public async Task Stays_in_a_draft_that_is_opened_and_saved_again()
    {
        var call = await place.Given.AnOpenCall();
        var draft = await place.Given.ADraft(call);
        var path = $"/deposer/fiche/{draft.Reference}/participants";
        await (await draft.Browser.Open(path)).Form("Enregistrer et continuer").Set("Form.Publics", Public).Set("Form.Beneficiaries", Range).Send();
        await Retire(Public, Range);
        await (await draft.Browser.Open(path)).Form("Enregistrer et continuer").Fill("Une autre manière", "Par la radio").Send();
        var kept = await place.Db(async db =>
        {
            var experience = await db.Experiences.AsNoTracking().Include(e => e.Steps).SingleAsync(e => e.Reference == draft.Reference);
            return experience.Steps.Single(s => s.Code == "participants").Read<Participants>();
        });
        Assert.Equal((Public, Range, "Par la radio"), (Assert.Single(kept.Publics), kept.Beneficiaries, kept.OtherRecruitment));
        // Whoever begins is not offered it.
        var fresh = await place.Given.ADraft(call);
        var form = await fresh.Browser.Open($"/deposer/fiche/{fresh.Reference}/participants");
        Assert.DoesNotContain($"value=\"{Public}\"", form.Source, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{Range}\"", form.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stays_in_a_reading_that_is_opened_and_saved_again()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation);
        var group = await place.Given.AGroupOf(organisation, 1, 1);
        await place.Given.ItReadsFor(group, call);
        var (given, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 1);
        using var reader = await place.Given.SignedIn(group.Members[0]);
        var path = $"/lectures/{given.Reference}";
        await (await reader.Open(path)).Form("Enregistrer").Set("Form.Degree", Degree).Set("Form.Registers", Register).Send();
        await Retire(Degree, Register);
        await (await reader.Open(path)).Form("Enregistrer").Fill("Autre remarque", "Relue.").Send();
        var kept = await place.Db(db => db.Readings.AsNoTracking().SingleAsync(r => r.PairId == pair.Id));
        Assert.Equal((Degree, Register, "Relue."), (kept.Coding.Degree, Assert.Single(kept.Coding.Landmarks.Registers), kept.Remark));
    }
}
