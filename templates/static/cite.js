// A button beside each reference copies it. Without scripts the text can be marked and copied.
(function () {
  'use strict';
  function byHand(text) {
    var area = document.createElement('textarea');
    area.value = text;
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand('copy');
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error('not copied'));
  }
  function copied(text) {
    return navigator.clipboard ? navigator.clipboard.writeText(text).catch(function () { return byHand(text); }) : byHand(text);
  }
  document.querySelectorAll('.references .reference').forEach(function (reference) {
    var text = reference.textContent, words = reference.parentNode.dataset, button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = words.copy;
    button.addEventListener('click', function () {
      copied(text).then(function () {
        button.textContent = words.copied;
        setTimeout(function () { button.textContent = words.copy; }, 3000);
      }, function () { getSelection().selectAllChildren(reference); });
    });
    var label = reference.previousElementSibling;
    label.append(' ', button);
    button.setAttribute('aria-label', words.copy + ' ' + label.firstChild.textContent.trim());
  });
})();
