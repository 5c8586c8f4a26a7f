using System.Text.RegularExpressions;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>What our scripts never do: make elements or code of a text (ASVS 3.2.2, 1.3.2), reach the model of all objects by a name that comes from elsewhere (15.3.6), keep in the clear what a person said (14.3.3), or ask for a technique that is gone (3.7.1).</summary>
[Trait("kind", "pure")]
public sealed partial class ScriptsTest
{
    static readonly IReadOnlyList<(string Path, string Code)> Scripts = [.. Repo.Files("src/Croisee/wwwroot", "*.js").Select(f => (f, string.Join('\n', Repo.Read(f).Split('\n').Select(l => Comment().Replace(l, "")))))];

    static IEnumerable<string> Faults(Regex what) => Scripts.SelectMany(s => what.Matches(s.Code).Select(m => $"{s.Path}: {m.Value}"));

    [Fact]
    public void Make_no_element_and_no_code_of_a_text()
    {
        Assert.True(Scripts.Count > 5);
        Repo.None(Faults(FromText()), "Write textContent, or a <template> of the page:");
    }

    /// <summary>A key that comes from elsewhere is written into a Map, or into an object without a model; lists and settings of elements have keys of ours.</summary>
    [Fact]
    public void Write_no_unknown_name_into_an_object_that_has_a_model()
    {
        Repo.None(Faults(Model()), "Nothing here asks for the model of an object:");
        string[] known =
        [
            // Answers by the code of their question: objects made by Object.create(null).
            "src/Croisee/wwwroot/js/device.js: answers[code] =", "src/Croisee/wwwroot/js/device-plan.js: given[code] =", "src/Croisee/wwwroot/js/device-plan.js: sent[code] =", "src/Croisee/wwwroot/js/device-plan.js: sent[`${code}.${option}`] =",
        ];
        Repo.None(Faults(UnknownKey()).Except(known), "Write a Map, or Object.create(null) and a line here:");
        foreach (var name in new[] { "answers", "given", "sent" }) Assert.Contains(Scripts, s => s.Code.Contains($"{name} = Object.create(null)", StringComparison.Ordinal));
        Assert.DoesNotContain(Scripts, s => MadeOtherwise().IsMatch(s.Code));
        string[] copies = ["src/Croisee/wwwroot/js/device-plan.js: Object.assign(this, json)", "src/Croisee/wwwroot/js/device.js: Object.assign(form.querySelector('progress'),", "src/Croisee/wwwroot/js/device.js: Object.assign(new Error(),"];
        Repo.None(Faults(Copy()).Except(copies), "Only what this server put in its own page is copied whole:");
    }

    /// <summary>The code of a question begins with a letter: no question is called « __proto__ ».</summary>
    [Theory, InlineData("__proto__"), InlineData("_a"), InlineData("a.b"), InlineData("")]
    public void Are_given_no_code_that_names_the_model(string code) =>
        Assert.DoesNotMatch(Regex.Match(Repo.Read("src/Croisee/Surveys/Content/ContentFaults.cs"), """GeneratedRegex\("([^"]+)", RegexOptions.NonBacktracking""").Groups[1].Value, code);

    /// <summary>A device that was prepared keeps sealed answers in its own store; the ticket of a card says nothing of who holds it.</summary>
    [Fact]
    public void Keep_nothing_in_the_clear()
    {
        Repo.None(Faults(Stores()).Except(["src/Croisee/wwwroot/js/device-store.js: indexedDB.open", "src/Croisee/wwwroot/js/device-store.js: indexedDB.deleteDatabase", "src/Croisee/wwwroot/js/kept-devices.js: indexedDB.databases", "src/Croisee/wwwroot/js/ticket.js: document.cookie"]),
            "What a browser keeps is sealed (device-store.js), or says nothing of anybody:");
        Assert.Contains(Scripts, s => s.Path.EndsWith("device-store.js", StringComparison.Ordinal) && s.Code.Contains("AES-GCM", StringComparison.Ordinal));
    }

    [Fact]
    public void And_pages_ask_for_nothing_that_browsers_have_given_up()
    {
        Repo.None(Repo.Views.Where(v => GivenUp().IsMatch(v.Code)).Select(v => v.Path), "HTML, CSS and modules only:");
        Repo.None(Repo.Views.SelectMany(v => ScriptTag().Matches(v.Code).Where(m => !m.Value.Contains("type=\"module\"", StringComparison.Ordinal) && !m.Value.Contains("application/ld+json", StringComparison.Ordinal)).Select(m => $"{v.Path}: {m.Value}")), "A script is a module of ours:");
    }

    [GeneratedRegex(@"^\s*//.*$")] private static partial Regex Comment();
    [GeneratedRegex(@"\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\b|setTimeout\('|setInterval\('|createContextualFragment|\bimport\(|srcdoc")] private static partial Regex FromText();
    [GeneratedRegex(@"__proto__|\.prototype\b|\bconstructor\[|\[['""]constructor|setPrototypeOf|\blodash\b|structuredClone")] private static partial Regex Model();
    [GeneratedRegex(@"\b[a-z]\w*\[(?!\d)[^\]\n]+\]+ =(?!=|>)")] private static partial Regex UnknownKey();
    [GeneratedRegex(@"\b(given|sent|answers) = \{\}")] private static partial Regex MadeOtherwise();
    [GeneratedRegex(@"Object\.assign\((this, json\)|[^,]+,)")] private static partial Regex Copy();
    [GeneratedRegex(@"\b(localStorage|sessionStorage|document\.cookie|indexedDB\.\w+)")] private static partial Regex Stores();
    [GeneratedRegex(@"<(object|embed|applet|frame|frameset|param|keygen|marquee)\b", RegexOptions.IgnoreCase)] private static partial Regex GivenUp();
    [GeneratedRegex(@"<script\b[^>]*>", RegexOptions.IgnoreCase)] private static partial Regex ScriptTag();
}
