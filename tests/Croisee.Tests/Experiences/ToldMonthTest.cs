using System.Net;
using Croisee.Experiences;
using Croisee.Experiences.Answers;
using Croisee.Library.Reading;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>A month is read as people write it, and never made up.</summary>
public sealed class ToldMonthTest(Place place) : IClassFixture<Place>
{
    [Theory]
    [InlineData("avril 2019"), InlineData("3 avril 2019"), InlineData("De 2017 à 2019"), InlineData("Été 2018"), InlineData("2019-2020"), InlineData("13/2019"), InlineData("mars puis 04/2019")]
    public void Shows_a_date_told_freely_as_it_was_typed(string when)
    {
        Assert.Null(Setting.ParseMonth(when));
        Assert.Equal(when + " : On commence", AccountWords.Milestone(new() { When = when, What = "On commence" }));
        Assert.Equal(when, SheetView.Month(when) ?? when);
    }

    [Theory]
    [InlineData("2019-03", "mars 2019"), InlineData(" 3 / 2019 ", "mars 2019"), InlineData("12.2020", "décembre 2020"), InlineData("2017", "2017")]
    public void Says_in_words_a_month_told_in_figures(string when, string said) => Assert.Equal((said, said), (AccountWords.Month(when), SheetView.Month(when)));

    [Theory]
    [InlineData("mars 2019", "2019-03"), InlineData("Févr. 2020", "2020-02"), InlineData("août 1998", "1998-08"), InlineData("03/2019", "2019-03"), InlineData("15/03/2019", "2019-03"), InlineData("2019", "2019")]
    public async Task Takes_in_the_form_what_a_file_may_say(string typed, string kept)
    {
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        var path = $"/deposer/fiche/{draft.Reference}/cadre";
        Assert.Equal("D’où vient l’idée ?", (await (await draft.Browser.Open(path)).Form("Enregistrer et continuer").Fill("Depuis quand ?", typed).Send()).Heading);
        Assert.Equal(kept, (await draft.Browser.Open(path)).Form("Enregistrer et continuer").Value("Depuis quand ?"));
    }

    [Theory]
    [InlineData("printemps 2019"), InlineData("jui 2019"), InlineData("mars 1819"), InlineData("99/99/2019"), InlineData("mars ١٩"), InlineData("mars ２０１９")]
    public async Task Refuses_beside_its_field_what_is_no_month(string typed)
    {
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        var refused = await (await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/cadre")).Form("Enregistrer et continuer").Fill("Depuis quand ?", typed).Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["Écrivez un mois et une année, par exemple 03/2019, ou l’année seule."], refused.Errors);
        Assert.Equal(typed, refused.Form("Enregistrer et continuer").Value("Depuis quand ?"));
    }
}
