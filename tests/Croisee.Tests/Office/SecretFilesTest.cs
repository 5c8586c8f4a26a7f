using Croisee.Data;
using Croisee.Office;
using Croisee.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Office;

/// <summary>A place whose secret of keys comes in a file, as a vault hands it over.</summary>
public sealed class VaultPlace : Place
{
    public string SecretFile { get; } = Path.Combine(Directory.CreateTempSubdirectory("croisee-vault-").FullName, "croisee-key");

    protected override void Tweak(WebApplicationBuilder builder)
    {
        File.WriteAllText(SecretFile, new string('k', ProtectionSeal.SecretMin) + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(SecretFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        builder.Configuration["CROISEE_KEY_FILE"] = SecretFile;
    }
}

/// <summary>Secrets come from a vault by a file (ASVS 13.3.1), and nobody else of the machine reads those that are ours (13.3.2).</summary>
public sealed class SecretFilesTest(VaultPlace place) : IClassFixture<VaultPlace>
{
    static ConfigurationManager Configuration(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value)));
        return configuration;
    }

    static string AFile(string text)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, text);
        return file;
    }

    [Fact]
    public async Task Seal_the_keys_of_a_running_instance_and_make_no_file_of_their_own()
    {
        var stored = await place.With(s => Task.FromResult(s.GetRequiredService<ProtectionSeal>().Seal("essai", "mot")));
        var seal = new ProtectionSeal(place.Storage, Configuration(("CROISEE_KEY", new string('k', ProtectionSeal.SecretMin))));
        Assert.Equal("mot", seal.Open("essai", stored));
        Assert.False(File.Exists(Path.Combine(place.Storage.DataFolder, ProtectionSeal.FileName)));
    }

    [Theory, InlineData("CROISEE_KEY"), InlineData("CROISEE_DATABASE"), InlineData("CROISEE_MAIL")]
    public void Become_the_setting_of_their_name(string name)
    {
        var file = AFile("  secret-du-coffre \n");
        try
        {
            var configuration = Configuration((name + SecretFiles.Ending, file));
            SecretFiles.Apply(configuration);
            Assert.Equal("secret-du-coffre", configuration[name]);
            Assert.Contains("Gardez-en un", Assert.Throws<CannotServe>(() => SecretFiles.Apply(Configuration((name, "autre"), (name + SecretFiles.Ending, file)))).Message, StringComparison.Ordinal);
        }
        finally { File.Delete(file); }
        // Never another secret, nor none, in the place of one that cannot be read.
        var said = Assert.Throws<CannotServe>(() => SecretFiles.Apply(Configuration((name + SecretFiles.Ending, file)))).Message;
        Assert.Contains(file, said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-du-coffre", said, StringComparison.Ordinal);
    }

    /// <summary>A vault that was not filled: to serve with no secret would be to serve with another one, made on the spot.</summary>
    [Theory, InlineData(""), InlineData(" \n")]
    public void Are_refused_when_they_are_empty(string text)
    {
        var file = AFile(text);
        try
        {
            foreach (var name in SecretFiles.Names)
            {
                var said = Assert.Throws<CannotServe>(() => SecretFiles.Apply(Configuration((name + SecretFiles.Ending, file)))).Message;
                Assert.Contains($"{file}, est vide", said, StringComparison.Ordinal);
            }
        }
        finally { File.Delete(file); }
    }

    [Fact]
    public void Are_nothing_where_nothing_is_given()
    {
        var configuration = Configuration(("CROISEE_KEY", "ce-qui-est-donne"));
        SecretFiles.Apply(configuration);
        Assert.Equal(("ce-qui-est-donne", null, null), (configuration["CROISEE_KEY"], configuration["CROISEE_DATABASE"], configuration["CROISEE_MAIL"]));
    }

    [Fact]
    public async Task Are_told_of_in_the_check_up_when_others_may_read_them()
    {
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(Health.Well, (await Look()).Health);
        try
        {
            foreach (var right in new[] { UnixFileMode.OtherRead, UnixFileMode.OtherExecute, UnixFileMode.GroupWrite })
            {
                File.SetUnixFileMode(place.SecretFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | right);
                var told = await Look();
                Assert.Equal(Health.Attention, told.Health);
                Assert.Contains(place.SecretFile, told.Text, StringComparison.Ordinal);
            }
        }
        finally { File.SetUnixFileMode(place.SecretFile, UnixFileMode.UserRead | UnixFileMode.UserWrite); }
    }

    /// <summary>The folder of data holds files that people attached: nobody else of the machine looks inside.</summary>
    [Fact]
    public void Leave_the_folder_of_files_to_the_account_that_serves()
    {
        if (OperatingSystem.IsWindows()) return;
        place.App.Services.GetRequiredService<Croisee.Files.FileStore>();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(place.Storage.DataFolder, "files", "parts")));
    }

    async Task<Finding> Look() => (await place.With(s => s.GetRequiredService<CheckUp>().Run())).Single(f => f.Subject == "Fichiers des secrets");
}
