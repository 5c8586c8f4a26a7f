using Croisee.Library.Participedia;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>The table of cases as the site of Participedia gives it: its columns by their own names, its texts in English whatever the case was written in. The cases are invented.</summary>
public sealed class TheirTableTest(Place place) : IClassFixture<Place>
{
    /// <summary>Written from what their exporter writes, not from our own list: a list that forgot one cannot hide it here.</summary>
    const string Head = "id,type,title,url,description,featured,post_date,updated_date,creator_id,creator_name,creator_profile_url,last_updated_by_id,last_updated_by_name,last_updated_by_profile_url,original_language,"
        + "address1,address2,city,province,postal_code,country,latitude,longitude,is_component_of_id,is_component_of_title,is_component_of_url,specific_methods_tools_techniques_titles,has_components_titles,general_issues,specific_topics,"
        + "scope_of_influence,start_date,end_date,ongoing,time_limited,purposes,approaches,public_spectrum,number_of_participants,open_limited,recruitment_method,targeted_participants,method_types,tools_techniques_types,legality,facilitators,"
        + "facilitator_training,facetoface_online_or_both,participants_interactions,learning_resources,decision_methods,if_voting,insights_outcomes,primary_organizer_id,primary_organizer_title,primary_organizer_url,organizer_types,funder,funder_types,"
        + "staff,volunteers,impact_evidence,change_types,implementers_of_change,formal_evaluation,body,files_count,links_count,photos_count,videos_count,audio_count,evaluation_reports_count,evaluation_links_count,collections";

    static readonly Dictionary<string, string> One = new()
    {
        ["id"] = "901", ["type"] = "case", ["title"] = "A council of gardeners", ["original_language"] = "fr", ["creator_name"] = "MarqueCreateur", ["links_count"] = "7",
        ["specific_methods_tools_techniques_titles"] = "Walks, Talks", ["open_limited"] = "open", ["recruitment_method"] = "stratified random sample", ["time_limited"] = "limited", ["legality"] = "yes",
    };

    async Task<string> Import(params string[] more)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, Head + "\n" + string.Join(',', Head.Split(',').Select(c => $"\"{One.GetValueOrDefault(c, "")}\"")) + "\n");
        using var said = new StringWriter();
        Assert.Equal(0, await place.With(s => ParticipediaVerb.Import(s, path, "CC BY-SA 3.0", said, said, more.FirstOrDefault())));
        File.Delete(path);
        return said.ToString();
    }

    Task<ImportedCase> Case() => place.Db(db => db.ImportedCases.AsNoTracking().SingleAsync(c => c.Number == "901"));

    [Fact]
    public async Task Each_of_their_columns_is_mapped_kept_or_left_for_a_reason()
    {
        var lines = (await Import()).Split('\n');
        Assert.All(Head.Split(','), column => Assert.Single(lines, l => l.StartsWith(column + " → ", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, l => l.Contains("n’est pas dans la table", StringComparison.Ordinal));
        var content = (await Case()).Read();
        Assert.Equal(["Walks, Talks"], content.Values["specific_methods_tools_techniques"]);
        Assert.Equal(["legality", "open_limited", "recruitment_method", "specific_methods_tools_techniques", "time_limited"], content.Values.Keys);
        var page = await place.Browser().Open("/repertoire/participedia/901");
        Assert.Contains("Tirage au sort", page.TextContent);
        Assert.Contains("Appel à candidatures", page.TextContent);
        Assert.DoesNotContain("MarqueCreateur", page.Source);
    }

    [Fact]
    public async Task Their_texts_are_in_English_unless_the_file_is_said_to_be_in_another_language()
    {
        await Import();
        Assert.Equal(("fr", "en"), ((await Case()).Language, Assert.Single((await Case()).Read().Texts["title"]).Key));
        Assert.Equal("en", (await place.Browser().Open("/repertoire/participedia/901")).Document.QuerySelector("h1")!.Closest("[lang]")!.GetAttribute("lang"));
        await Import("es");
        Assert.Equal("es", Assert.Single((await Case()).Read().Texts["title"]).Key);
    }
}
