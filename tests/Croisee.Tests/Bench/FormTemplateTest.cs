using System.Text;
using Croisee.Bench.Load;
using Xunit;

namespace Croisee.Tests.Bench;

[Trait("kind", "pure")]
public class FormTemplateTest
{
    private const string Page = """
        <form method="post" action="/lire"><input name="__RequestVerificationToken" type="hidden" value="first" /></form>
        <form action="/deposer/titre?a=1&amp;b=2" method="post">
          <input type="hidden" name="Form.Version" value="{version}">
          <input class="f" name="Form.Title" value="Ancien titre" />
          <textarea name="Form.Summary">caf&#xE9; &amp; th&#xE9;</textarea>
          <select name="Form.Region"><option value="">Choisir</option><option value="11">Île-de-France</option><option selected value="53">Bretagne</option></select>
          <input type="radio" name="Form.Voice" value="ensemble"><input type="radio" name="Form.Voice" value="pros">
          <input type="checkbox" name="Form.Read" value="true" checked><input type="hidden" name="Form.Read" value="false">
          <input name="__RequestVerificationToken" type="hidden" value="first" />
          <button name="act" value="save">Enregistrer</button>
        </form>
        """;

    [Fact]
    public void Sends_what_a_browser_would_with_fresh_hidden_values_and_the_turn_typed()
    {
        var form = PageForm.All(Page.Replace("{version}", "1")).Last();
        var template = new FormTemplate(form, new Dictionary<string, string>(), "Form.Title", "Essai n° ");
        var fresh = Encoding.UTF8.GetBytes(Page.Replace("{version}", "a+b/==").Replace("first", "CfDJ8_x-y"));
        Assert.Equal("/deposer/titre?a=1&b=2", form.Action);
        Assert.Equal(
            "Form.Version=a%2Bb%2F%3D%3D&Form.Title=Essai+n%C2%B0+42&Form.Summary=caf%C3%A9+%26+th%C3%A9&Form.Region=53&Form.Voice=ensemble&Form.Read=true&Form.Read=false&__RequestVerificationToken=CfDJ8_x-y",
            Encoding.UTF8.GetString(template.Compose(fresh, 42)));
    }

    [Fact]
    public void Lets_given_answers_win_over_the_page()
    {
        var form = PageForm.All(Page).Last();
        var template = new FormTemplate(form, new Dictionary<string, string> { ["Form.Voice"] = "pros", ["Form.Region"] = "11" });
        var body = Encoding.UTF8.GetString(template.Compose(Encoding.UTF8.GetBytes(Page), 0));
        Assert.Contains("Form.Voice=pros", body);
        Assert.Contains("Form.Region=11", body);
        Assert.DoesNotContain("ensemble", body);
    }
}
